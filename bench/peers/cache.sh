# shellcheck shell=bash
# run.sh cache: what the header cache saves, and where it does not pay.
# shellcheck disable=SC2154,SC2034 # variables are set in run.sh and lib.sh, and read there

threads=2

bench_cache() {
    need gcc gcc && need /usr/bin/time time && need jq jq || exit 1
    find_jdks
    build
    local machine_line folders
    machine_line=$(here_and_now)
    make_base
    read_little_ahead
    folders=$(find "$base" -mindepth 1 -maxdepth 1 -type d | wc -l)
    make_links tenth kept $(((folders + 9) / 10))
    tenth=$links
    sync
    sleep 3 # what changed within the last two seconds is not kept
    step_home=${java_homes[0]}
    SECONDS=0
    put "## The header cache"
    put
    put "$machine_line"
    put
    put "JDK $(major 0). \"Open\" is what opening the cache took, most of it in the JVM's compiler; \"scan\" is elapsedSeconds"
    put "less that, since the scan waits for it. Seconds, medians; ratios are to the uncached scan: of the medians; of the pairs."
    put
    cache_hot
    cache_small
    cache_cold
    cache_slow
    cache_killed
    put
    put "All this took $((SECONDS / 60)) min $((SECONDS % 60)) s."
    cat "$report"
}

# run_cached ROW ROUND WHO CHECK: scans with the cache of the row; records the scan without the opening, and the opening as WHO-open.
run_cached() {
    local -x VERNIER_JAVA_HOME=$step_home VERNIER_JAVA_OPTS=''
    timed "$root/vernier" scan "$step_set" --format json --no-progress --verbose "${step_options[@]}" --cache "$step_cache-$4" --cache-check "$4"
    local figures open
    figures=$(jq -r '"\(.files.seen) \(.elapsedSeconds)"' "$tmp/stdout")
    open=$(sed -n 's/^cache: opened in \([0-9.]*\) s.*/\1/p' "$tmp/stderr")
    [[ -n $open ]] || fail "the cache was not used: $(tail -n 3 "$tmp/stderr")"
    record "$1" "$2" "$3" "${figures% *}" "$(awk -v a="${figures#* }" -v b="$open" 'BEGIN {printf "%.6f", a - b}')"
    record "$1" "$2" "$3-open" "${figures% *}" "$open"
}

uncached_step() { ${before_step:-:} && run_scan "$1" "$2" uncached "$step_set" "$step_home" '' "${step_options[@]}"; }
files_step() { ${before_step:-:} && run_cached "$1" "$2" files files; }
folders_step() { ${before_step:-:} && run_cached "$1" "$2" folders folders; }

# fill ROW: makes both caches of the row, recorded as fill-files and fill-folders.
fill() {
    local check
    step_cache=$tmp/$1
    for check in files folders; do
        say "$1: filling, $check"
        rm -f "$step_cache-$check" "$step_cache-$check.lock"
        run_cached "$1" 1 "fill-$check" "$check"
    done
}

cache_heading() {
    put "| $1 | files | uncached | fill: by files, by folders | again by files: scan, open | / uncached | again by folders: scan, open | / uncached | whole process: uncached, files, folders | goals |"
    put "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
}

# cache_line ROW LABEL FILES_GOAL FOLDERS_GOAL: a goal may be empty.
cache_line() {
    local by_files by_folders goals=''
    by_files=$(ratio "$1" files seconds uncached seconds)
    by_folders=$(ratio "$1" folders seconds uncached seconds)
    [[ -z $3 ]] || goals="files $(verdict "$3" "$by_files")"
    [[ -z $4 ]] || goals="${goals:+$goals; }folders $(verdict "$4" "$by_folders")"
    put "| $2 | $(figure "$1" uncached files 0) | $(figure "$1" uncached seconds 3)" \
        "| $(figure "$1" fill-files seconds 3), $(figure "$1" fill-folders seconds 3)" \
        "| $(figure "$1" files seconds 3), $(figure "$1" files-open seconds 3) | $by_files" \
        "| $(figure "$1" folders seconds 3), $(figure "$1" folders-open seconds 3) | $by_folders" \
        "| $(figure "$1" uncached wall 2), $(figure "$1" files wall 2), $(figure "$1" folders wall 2) | $goals |"
}

cache_hot() {
    step_set=$base step_options=(--threads "$threads") before_step=''
    fill hot
    alternate hot "$rounds" uncached_step files_step folders_step
    put "### Page cache hot"
    put
    cache_heading "$threads threads"
    cache_line hot hot 0.6 0.05
    put
    put "The cache files: $(du -m "$step_cache-files" | cut -f 1) MB by files, $(du -m "$step_cache-folders" | cut -f 1) MB by folders."
    put
    rm -f "$step_cache"-*
}

# Where the archive is small, opening the cache is all there is.
cache_small() {
    step_set=$tenth step_options=(--threads "$threads") before_step=''
    fill small
    alternate small "$rounds" uncached_step files_step folders_step
    put "### A tenth of the files"
    put
    cache_heading "$threads threads"
    cache_line small hot '' ''
    put
}

cool_and_warm_program() { cool && warm_program; }

# With the caches of cache_small.
cache_cold() {
    local first_round=1
    put "### Page cache cold"
    put
    if ! cool 2>/dev/null; then
        put "Skipped: /proc/sys/vm/drop_caches cannot be written here."
        put
        return
    fi
    step_set=$tenth step_options=() before_step=cool_and_warm_program
    step_cache=$tmp/cold
    fill cold
    alternate cold $((rounds < 3 ? rounds : 3)) uncached_step files_step folders_step
    cache_heading 'threads not told'
    cache_line cold cold '' 0.15
    put
    before_step=''
}

cache_slow() {
    local first_round=1 why
    put "### Slow storage"
    put
    if ! mount_slow "$tenth"; then
        put "Skipped: $why."
        put
        return
    fi
    step_set=$slow_mount step_options=(--threads 64) before_step=''
    fill slow
    alternate slow $((rounds < 3 ? rounds : 3)) uncached_step files_step folders_step
    unmount_slow
    put "Behind slowfs.c, which waits $((slow_us / 1000)) ms in every open and every read; asking for a file's size and time does not wait."
    put
    cache_heading '64 threads'
    cache_line slow slow '' 0.15
    put
}

# A scan killed half way through, and started again.
cache_killed() {
    local -x VERNIER_JAVA_HOME=$step_home
    local cache=$tmp/killed pid found kept why_not=''
    put "### Killed and started again"
    put
    "$root/vernier" scan "$base" --format json --no-progress >"$tmp/uncached.json" 2>/dev/null
    "$root/vernier" scan "$base" --format json --no-progress --cache "$cache" >/dev/null 2>&1 &
    pid=$!
    # The launcher becomes the JVM, so this is the scan. Before the cache is open, nothing of what it read is on the disk.
    sleep "$(awk -v open="$(figure hot fill-files-open seconds 3)" -v wall="$(figure hot fill-files wall 3)" 'BEGIN {print open + (wall - open) * 0.7}')"
    kill -KILL "$pid" 2>/dev/null || why_not='**It had ended before it was killed, so this shows nothing.** '
    wait "$pid" 2>/dev/null || true
    "$root/vernier" scan "$base" --format json --no-progress --verbose --cache "$cache" >"$tmp/again.json" 2>"$tmp/stderr"
    found=$(sed -n 's/^cache: .* s, \([0-9,]*\) records found.*/\1/p' "$tmp/stderr")
    kept=$(sed -n 's/^cache: .* found, \([0-9,]*\) kept.*/\1/p' "$tmp/stderr")
    if cmp -s <(jq 'del(.elapsedSeconds)' "$tmp/uncached.json") <(jq 'del(.elapsedSeconds)' "$tmp/again.json"); then
        put "${why_not}Started again after kill -9, the scan found $found records, read and kept $kept, and gave the same JSON as one without a cache."
    else
        put "**The JSON differs from that of a scan without a cache.** Records found $found, kept $kept."
    fi
}
