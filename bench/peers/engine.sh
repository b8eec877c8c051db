# shellcheck shell=bash
# run.sh engine: the scan beside the floor.
# shellcheck disable=SC2154,SC2034 # variables are set in run.sh and lib.sh, and read there

threads=2
small_heap=-Xmx256m

bench_engine() {
    need gcc gcc && need strace strace && need /usr/bin/time time && need jq jq || exit 1
    find_jdks
    build
    local machine_line
    machine_line=$(here_and_now)
    make_base
    read_little_ahead
    local folders
    folders=$(find "$base" -mindepth 1 -maxdepth 1 -type d | wc -l)
    make_links tenth kept $(((folders + 9) / 10))
    tenth=$links
    # Fewer files than these are not worth a row: the JVM's start is all that it would show.
    small=$tenth sizes=("$tenth" "$base")
    if ((folders >= 4000)); then
        make_links hundredth kept $((folders / 100))
        small=$links sizes=("$links" "${sizes[@]}")
    fi
    make_links half kept $(((folders + 1) / 2))
    half=$links
    make_links single single $(((folders + 9) / 10))
    single=$links
    make_links flat flat $(((folders + 1) / 2))
    flat=$links
    # A set that was just written would be measured while the disk is still busy with it.
    sync

    SECONDS=0 # of the measurements: the sets are made only once
    put "## The engine beside the floor"
    put
    put "$machine_line"
    put
    hot
    scaling
    unbalanced
    cold
    slow
    identity
    system_calls
    put
    put "All this took $((SECONDS / 60)) min $((SECONDS % 60)) s."
    cat "$report"
}

floor_step() { run_floor "$1" "$2" floor "$step_set" "$step_threads"; }
scan_step() { run_scan "$1" "$2" scan "$step_set" "$step_home" "$step_heap" "${step_options[@]}"; }

# paired ROW SET FLOOR_THREADS JDK_INDEX HEAP ROUNDS [OPTION...]
paired() {
    step_set=$2 step_threads=$3 step_home=${java_homes[$4]} step_heap=$5 step_options=("${@:7}")
    alternate "$1" "$6" floor_step scan_step
    local floor_files scan_files
    floor_files=$(figure "$1" floor files 0)
    scan_files=$(figure "$1" scan files 0)
    [[ $floor_files == "$scan_files" ]] || put "Not the same files: $1 has $floor_files for the floor, $scan_files for the scan."
}

heading() {
    put "| what | rounds | floor: wall, CPU | scan | process | CPU | scan / floor: medians; pairs | process / floor | CPU / floor | peak MB | goals |"
    put "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
}

# line ROW LABEL SCAN_GOAL PROCESS_GOAL: a goal may be empty.
line() {
    local scan process goals=''
    scan=$(ratio "$1" scan scan floor scan)
    process=$(ratio "$1" scan process floor scan)
    [[ -z $3 ]] || goals="scan $(verdict "$3" "$scan")"
    [[ -z $4 ]] || goals="${goals:+$goals; }process $(verdict "$4" "$process")"
    put "| $2 | $(rounds_of "$1") | $(figure "$1" floor scan), $(figure "$1" floor cpu) | $(figure "$1" scan scan)" \
        "| $(figure "$1" scan process) | $(figure "$1" scan cpu) | $scan | $process | $(ratio "$1" scan cpu floor cpu)" \
        "| $(figure "$1" scan mb 0) | $goals |"
}

# Says which runs of the rows that start so had to read from the disk: more than a block for one file in a hundred.
heat() {
    local warm
    warm=$(awk -F '\t' -v rows="$1" 'index($1, rows) == 1 && $2 > 0 && $9 > 8 * $4 / 100 {print $1 " " $3}' "$results" | sort | uniq -c |
        awk '{printf "%s%s %s (%d)", n++ ? ", " : "", $2, $3, $1}')
    put
    if [[ -n $warm ]]; then put "Not wholly hot, runs that read from the disk: $warm."; else put "No run read from the disk."; fi
}

hot() {
    local i row
    local -A scan_goal=([17]=1.7) process_goal=([17]='')
    for i in "${!java_homes[@]}"; do
        paired "hot-$(major "$i")" "$base" "$threads" "$i" '' "$rounds" --threads "$threads"
        paired "hot-$(major "$i")-256" "$base" "$threads" "$i" "$small_heap" "$rounds" --threads "$threads"
        ((i)) || paired "hot-$(major "$i")-auto" "$base" "$threads" "$i" '' "$rounds"
    done
    put "### Page cache hot"
    put
    put "$(grouped "$(figure "hot-$(major 0)" floor files 0)") files in $(find "$base" -mindepth 1 -maxdepth 1 -type d | wc -l) folders" \
        "(the goals are for 1,000,000), $threads threads each. µs a file, medians."
    put
    heading
    for i in "${!java_homes[@]}"; do
        row=$(major "$i")
        line "hot-$row" "JDK $row" "${scan_goal[$row]-1.3}" "${process_goal[$row]-1.5}"
        line "hot-$row-256" "JDK $row, $small_heap" "${scan_goal[$row]-1.3}" "${process_goal[$row]-1.5}"
        ((i)) || line "hot-$row-auto" "JDK $row, thread count not told" '' ''
    done
    heat hot-
    put
}

scaling() {
    local i n row mb='' last_mb=''
    put "### By number of files"
    put
    put "Hot, $threads threads, $small_heap. Medians."
    put
    put "| JDK | files | scan s | process s | CPU s | floor s | resident MB | against a tenth of the files |"
    put "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for i in "${!java_homes[@]}"; do
        last_mb=''
        for n in "${!sizes[@]}"; do
            if [[ ${sizes[n]} == "$base" ]]; then
                row=hot-$(major "$i")-256
            else
                row=size-$(major "$i")-$n
                paired "$row" "${sizes[n]}" "$threads" "$i" "$small_heap" "$rounds" --threads "$threads"
            fi
            mb=$(figure "$row" scan mb 1)
            put "| $(major "$i") | $(figure "$row" scan files 0) | $(figure "$row" scan seconds 3) | $(figure "$row" scan wall 3)" \
                "| $(awk -v n="$(figure "$row" scan files 0)" -v t="$(figure "$row" scan cpu 3)" 'BEGIN {printf "%.2f", n * t / 1e6}')" \
                "| $(figure "$row" floor seconds 3) | $mb | $(growth "$n" "$mb" "$last_mb") |"
            last_mb=$mb
        done
    done
    put
}

# growth INDEX MB LAST_MB: the goal is about a million files and a tenth of them, which are the last of three sets.
growth() {
    [[ -n $3 ]] || return 0
    local times
    times=$(awk -v a="$2" -v b="$3" 'BEGIN {printf "%.2f", a / b}')
    if (($1 == 2)); then printf '%s, resident %s' "$times" "$(verdict 1.3 "$times; $times")"; else printf '%s' "$times"; fi
}

floor_base_step() { run_floor "$1" "$2" floor-base "$step_base" "$threads"; }
scan_base_step() { run_scan "$1" "$2" scan-base "$step_base" "$step_home" '' --threads "$threads"; }

# The same files in their balanced folders and in others.
unbalanced() {
    local row label set_of_row base_of_row times
    put "### Unbalanced folders"
    put
    put "The same files, hot, JDK $(major 0), $threads threads. µs a file, medians."
    put
    put "| folders | files | rounds | floor: balanced, so | scan: balanced, so | floor: so / balanced | scan: so / balanced: medians; pairs | goal | scan / floor, so |"
    put "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for row in single flat; do
        if [[ $row == single ]]; then
            label='one file in each' set_of_row=$single base_of_row=$tenth
        else
            label='one with all files' set_of_row=$flat base_of_row=$half
        fi
        step_set=$set_of_row step_base=$base_of_row step_threads=$threads step_home=${java_homes[0]} step_heap='' step_options=(--threads "$threads")
        alternate "$row" "$rounds" floor_base_step scan_base_step floor_step scan_step
        times=$(ratio "$row" scan scan scan-base scan)
        put "| $label | $(figure "$row" scan files 0) | $(rounds_of "$row") | $(figure "$row" floor-base scan), $(figure "$row" floor scan)" \
            "| $(figure "$row" scan-base scan), $(figure "$row" scan scan) | $(ratio "$row" floor scan floor-base scan)" \
            "| $times | $(verdict 1.5 "$times") | $(ratio "$row" scan scan floor scan) |"
    done
    put
}

# best_threads ROW SET COUNT...: sets best to the count with which the floor is fastest, and figures_of_floor to what it took with each.
best_threads() {
    local row=$1 count us least=''
    figures_of_floor=''
    for count in "${@:3}"; do
        say "$row: floor, $count threads"
        "${before_run:-:}"
        run_floor "$row-$count" 1 floor "$2" "$count"
        us=$(figure "$row-$count" floor scan 1)
        figures_of_floor="${figures_of_floor:+$figures_of_floor, }$count: $us"
        if [[ -z $least ]] || awk -v a="$us" -v b="$least" 'BEGIN {exit !(a < b)}'; then least=$us best=$count; fi
    done
}

cool_floor_step() { cool && floor_step "$@"; }
cool_scan_step() { cool && warm_program && scan_step "$@"; }

cold() {
    local i row counts=(2 16 64 128) before_run=cool first_round=1 cold_rounds=$((rounds < 3 ? rounds : 3)) best figures_of_floor
    put "### Page cache cold"
    put
    if ! cool 2>/dev/null; then
        put "Skipped: /proc/sys/vm/drop_caches cannot be written here."
        put
        return
    fi
    best_threads cold "$tenth" "${counts[@]}"
    for i in "${!java_homes[@]}"; do
        step_set=$tenth step_threads=$best step_home=${java_homes[i]} step_heap='' step_options=()
        alternate "cold-$(major "$i")" "$cold_rounds" cool_floor_step cool_scan_step
    done
    put "$(grouped "$(figure "cold-$(major 0)" floor files 0)") files. Floor by threads, µs a file, one run each: $figures_of_floor. Beside its best, $best threads, the scan without --threads:"
    put
    heading
    for i in "${!java_homes[@]}"; do
        row=cold-$(major "$i")
        line "$row" "JDK $(major "$i"), cold" 1.2 ''
    done
    put
}

slow() {
    local i row best figures_of_floor before_run='' first_round=1 why
    put "### Slow storage"
    put
    if ! mount_slow "$small"; then
        put "Skipped: $why."
        put
        return
    fi
    local counts=(2 16 64 128)
    $quick && counts=(16 64 128) # two threads alone would take half a minute
    best_threads slow "$slow_mount" "${counts[@]}"
    for i in "${!java_homes[@]}"; do
        paired "slow-$(major "$i")" "$slow_mount" "$best" "$i" '' $((rounds < 3 ? rounds : 3))
    done
    unmount_slow
    put "$(grouped "$(figure "slow-$(major 0)" floor files 0)") files behind slowfs.c, which waits $((slow_us / 1000)) ms in every open of a file or folder and in every read, and which" \
        "the kernel caches nothing of. Floor by threads, µs a file, one run each: $figures_of_floor. Beside its best, $best threads, the scan without --threads:"
    put
    heading
    for i in "${!java_homes[@]}"; do
        row=slow-$(major "$i")
        line "$row" "JDK $(major "$i"), slow" 1.2 ''
    done
    put
}

identity() {
    local i count file first='' same
    put "### The same output"
    put
    put "series.csv, findings.csv, domains.csv and the JSON without elapsedSeconds, of $(figure "cold-$(major 0)" floor files 0) files, compared with cmp to those of JDK $(major 0) and one thread:"
    put
    put "| JDK | threads | |"
    put "| --- | --- | --- |"
    for i in "${!java_homes[@]}"; do
        for count in 1 2 8 64 256; do
            say "identity: JDK $(major "$i"), $count threads"
            local out=$tmp/out-$i-$count
            local -x VERNIER_JAVA_HOME=${java_homes[i]}
            "$root/vernier" scan "$tenth" --format json --no-progress --threads "$count" --out "$out" >"$tmp/json" 2>"$tmp/stderr" ||
                fail "scan --threads $count: $(tail -n 1 "$tmp/stderr")"
            jq 'del(.elapsedSeconds)' "$tmp/json" >"$out/result.json"
            : "${first:=$out}"
            same=same
            for file in series.csv findings.csv domains.csv result.json; do
                cmp -s "$first/$file" "$out/$file" || same="**differs**: $file"
            done
            put "| $(major "$i") | $count | $same |"
            [[ $out == "$first" ]] || rm -rf "$out"
        done
    done
    put
}

# count_calls NAME SET COMMAND...: writes $tmp/NAME: one line a system call and its number.
count_calls() {
    # A scan of nothing exits with 3.
    strace -f -c -o "$tmp/strace" "${@:2}" >"$tmp/stdout" 2>"$tmp/stderr" || true
    awk '$1 ~ /^[0-9.]+$/ && $NF != "total" {print $NF, $4}' "$tmp/strace" >"$tmp/$1"
    [[ -s $tmp/$1 ]] || fail "strace says nothing: $(tail -n 1 "$tmp/stderr")"
}

system_calls() {
    local i names=(floor) n
    say 'strace'
    n=$("$target/floor" "$small" 2 | cut -d ' ' -f 2)
    count_calls floor.full "$target/floor" "$small" "$threads"
    count_calls floor.empty "$target/floor" "$tmp/empty" "$threads"
    for i in "${!java_homes[@]}"; do
        local -x VERNIER_JAVA_HOME=${java_homes[i]}
        names+=("JDK $(major "$i")")
        count_calls "JDK $(major "$i").full" "$root/vernier" scan "$small" --format json --no-progress --threads "$threads"
        count_calls "JDK $(major "$i").empty" "$root/vernier" scan "$tmp/empty" --format json --no-progress --threads "$threads"
    done
    put "### System calls a file"
    put
    put "\`strace -f -c\`, $threads threads, $n files; less what a run on an empty folder makes, over the number of files. Calls below 0.01 a file are only in the sum."
    put
    put "| call$(printf ' | %s' "${names[@]}") |"
    put "| ---$(printf ' | %s' "${names[@]/*/---}") |"
    local name kind
    for name in "${names[@]}"; do
        for kind in full empty; do
            sed "s/^/$name\t$kind\t/; s/ \([0-9]*\)$/\t\1/" "$tmp/$name.$kind"
        done
    done | awk -F '\t' -v names="$(printf '%s\t' "${names[@]}")" -v files="$n" '
        {v[$1, $3] += ($2 == "full" ? $4 : -$4) / files; calls[$3]; if (v[$1, $3] > most[$3]) most[$3] = v[$1, $3]; sum[$1] += ($2 == "full" ? $4 : -$4) / files}
        END {
            count = split(names, name, "\t") - 1
            for (c in calls) {
                show = 0
                line = "| " c
                for (i = 1; i <= count; i++) {
                    x = v[name[i], c] + 0
                    if (x >= 0.01 || x <= -0.01) show = 1
                    line = line sprintf(" | %.2f", x)
                }
                if (show) printf "%.4f\t%s |\n", most[c], line
            }
            line = "| all"
            for (i = 1; i <= count; i++) line = line sprintf(" | %.2f", sum[name[i]])
            print "-1\t" line " |"
        }' | sort -t $'\t' -k 1,1nr | cut -f 2- >>"$report"
}
