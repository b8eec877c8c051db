# JMH's JSON as Markdown: a table for each class; its baseline, the method whose name begins so, comes first in each group of parameters.

def unit_ns: {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9, "min": 6e10}[.];

# Of an operation, as one thread sees it.
def time_ns:
    .primaryMetric as $m
    | if $m.scoreUnit | startswith("ops/")
      then .threads * ($m.scoreUnit | ltrimstr("ops/") | unit_ns) / $m.score
      else $m.score * ($m.scoreUnit | rtrimstr("/op") | unit_ns)
      end;

# Three digits, as many as there are before the point.
def digits:
    if . >= 100 then round
    elif . >= 10 then (. * 10 | round) / 10
    elif . >= 1 then (. * 100 | round) / 100
    else (. * 1000 | round) / 1000
    end | tostring;

def time_text:
    if . >= 1e9 then "\(. / 1e9 | digits) s"
    elif . >= 1e6 then "\(. / 1e6 | digits) ms"
    elif . >= 1e3 then "\(. / 1e3 | digits) µs"
    else "\(digits) ns"
    end;

# JMH writes "NaN" where one iteration tells no error.
def error_text:
    .primaryMetric as $m
    | if ($m.scoreError | type) == "number" then "± \(100 * $m.scoreError / $m.score | digits) %" else "" end;

def by_number: [to_entries[] | .value | tonumber? // .];

def row($cells): "| " + ([$cells[] | tostring] | join(" | ")) + " |";

group_by(.benchmark | split(".") | .[:-1] | join("."))[]
| (.[0].benchmark | split(".")[-2]) as $class
| (.[0].params // {} | keys_unsorted) as $params
| any(.threads != 1) as $threads
| any(.params.n) as $elements
| any(.secondaryMetrics.files) as $files
| ($params
   + (if $threads then ["threads"] else [] end)
   + ["variant", "time", "error", "to baseline"]
   + (if $elements then ["an element"] else [] end)
   + (if $files then ["files/s", "MB/s"] else [] end)) as $columns
| "### \($class)", "",
  row($columns), row($columns | map("---")),
  (group_by([(.params // {} | by_number), .threads])[]
   | (map(select(.benchmark | test("\\.baseline[^.]*$"))) | if length == 1 then .[0] | time_ns else null end) as $floor
   | sort_by([(.benchmark | test("\\.baseline[^.]*$") | not), time_ns])[]
   | . as $result
   | row([$params[] | $result.params[.]]
         + (if $threads then [.threads] else [] end)
         + [(.benchmark | split(".")[-1]), (time_ns | time_text), error_text, (if $floor then time_ns / $floor | digits else "" end)]
         + (if $elements then [time_ns / (.params.n | tonumber) | time_text] else [] end)
         + (if $files
            then [(.secondaryMetrics | (.files.score // 0 | round), (.bytes.score // 0 | . / 1e6 | digits))]
            else [] end))),
  ""
