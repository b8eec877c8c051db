# shellcheck shell=bash
# run.sh rivals: the scan beside what else reads DICOM headers.
# shellcheck disable=SC2154,SC2034 # variables are set in run.sh and lib.sh, and read there

threads=2
reference='vernier, 2 threads'
warm='vernier, warm, 2 threads'
warm_passes=5 # in one JVM, of which the last counts
spacing_asked=0.46875 # the commonest of the synthetic set
peers=$target/rivals-peers.tsv     # set, name, kind, version, command line, how to read its values, every how manieth folder
values=$target/rivals-values       # of each peer's last run
declare -A broken=() reasons=() versions=()

bench_rivals() {
    need jq jq && need /usr/bin/time time && need gcc gcc && need python3 python3 || exit 1
    find_jdks
    build
    install_rivals
    local machine_line synthetic real='' from
    machine_line=$(here_and_now)
    facts
    make_base
    synthetic=$base
    make_real
    sync
    rm -rf "$values" "$peers"
    mkdir -p "$values"

    SECONDS=0 # of the measurements: the sets are made only once
    limit=1300
    $quick && limit=80
    measure synthetic "$synthetic"
    $quick && limit=110 || limit=1600
    [[ -z $real ]] || measure real "$real"
    agreement
    write_json
    put "$machine_line"
    put
    markdown
    put
    put "All this took $((SECONDS / 60)) min $((SECONDS % 60)) s."
    if [[ -z $chosen_json ]]; then
        "$root/bench/run.sh" plot "$json" "$root/docs/img" >&2
    fi
    ! $docs || into_docs
    cat "$report"
}

# --- Who takes part ---

# rival NAME COMMAND PACKAGE: installs it, and notes its version, or why it is not there.
rival() {
    if need "$2" "$3" 2>"$tmp/need"; then
        versions[$1]=$(dpkg-query -W -f '${Version}' "$3" 2>/dev/null || echo unknown)
    else
        cat "$tmp/need" >&2
        reasons[$1]="$2 is missing: apt-get install $3"
    fi
}

install_rivals() {
    rival dicomtocsv dicomtocsv vtk-dicom-tools
    rival dicomfind dicomfind vtk-dicom-tools
    rival gdcmscanner gdcmscanner libgdcm-tools
    rival dcmdump dcmdump dcmtk
    rival pydicom /usr/lib/python3/dist-packages/pydicom/__init__.py python3-pydicom
    rival dcm2niix dcm2niix dcm2niix
    local jar=$root/bench/target/benchmarks.jar
    if [[ -e $jar ]] && python3 -m zipfile -l "$jar" | grep -c '^dev/vernier/bench/Dcm4cheScan.class' >/dev/null; then
        versions[dcm4che]=$(sed -n 's/.*<dcm4che.version>\(.*\)<.*/\1/p' "$root/pom.xml")
    else
        reasons[dcm4che]='bench/target/benchmarks.jar holds no dcm4che: mvn -B -Pdcm4che -DskipTests package, which needs www.dcm4che.org'
    fi
}

# part FROM STEP: sets part to a folder with every STEPth folder of FROM, made of hard links.
part() {
    part=$1
    (($2 == 1)) && return
    part=$sets/$(basename "$(dirname "$1")")-every-$2
    [[ -d $part ]] && return
    say "linking $part"
    rm -rf "$part.part"
    mkdir "$part.part"
    find "$1" -mindepth 1 -maxdepth 1 -type d | sort | awk -v step="$2" 'NR % step == 1' |
        xargs -d '\n' cp -rl -t "$part.part" || fail "cannot link: VERNIER_BENCH_DIR must be on the set's file system"
    mv "$part.part" "$part"
}

# Sets real to a set of many copies of the real files: a copy, and links to it.
make_real() {
    local from=$root/../shared/data/dicom copies=40 copy
    $quick && copies=10
    if [[ ! -d $from ]]; then
        reasons['real files']='../shared/data/dicom is missing'
        return 0
    fi
    real=$sets/real-$copies/copies
    [[ -d $real ]] && return
    room 60000 20000 'the real set'
    rm -rf "$sets/real-$copies" "$sets/real.part"
    mkdir -p "$sets/real.part/copies"
    cp -r --no-preserve=mode "$from" "$sets/real.part/copies/001"
    for ((copy = 2; copy <= copies; copy++)); do
        cp -rl "$sets/real.part/copies/001" "$sets/real.part/copies/$(printf %03d "$copy")"
    done
    mv "$sets/real.part" "$sets/real-$copies"
}

# --- Runs ---

# measure SET FOLDER: every peer in turn, round after round.
measure() {
    local steps=(floor_step newest_step warm_step)
    set_name=$1 set_folder=$2
    $quick || steps+=(one_thread_step)
    ((${#java_homes[@]} == 1)) || steps+=(old_step)
    # What a rival's folders are every how manieth of: so many that no rival takes more than a few seconds.
    local -A every=([gdcmscanner]=1 [dcmdump]=2 [pydicom]=2 [notebook]=4 [dcm2niix]=10 [dcm4che]=1)
    $quick && every=([gdcmscanner]=8 [dcmdump]=20 [pydicom]=20 [notebook]=60 [dcm2niix]=90 [dcm4che]=4)
    if [[ $1 == real ]]; then
        every=([gdcmscanner]=1 [dcmdump]=1 [pydicom]=2 [notebook]=4 [dcm2niix]=4 [dcm4che]=1)
        $quick && every=([gdcmscanner]=1 [dcmdump]=2 [pydicom]=5 [notebook]=10 [dcm2niix]=10 [dcm4che]=1)
    fi
    [[ -n ${reasons[dicomtocsv]-} ]] || steps+=(csv_images_step csv_series_step)
    [[ -n ${reasons[dicomfind]-} ]] || steps+=(find_step)
    [[ -n ${reasons[gdcmscanner]-} ]] || steps+=(gdcm_step)
    [[ -n ${reasons[dcmdump]-} ]] || steps+=(dcmdump_step)
    [[ -n ${reasons[dcm4che]-} ]] || steps+=(dcm4che_step)
    [[ -n ${reasons[pydicom]-} ]] || steps+=(pydicom_step notebook_step)
    [[ -n ${reasons[dcm2niix]-} ]] || steps+=(dcm2niix_step)
    alternate "$1" "$rounds" "${steps[@]}"
}

# register NAME KIND VERSION VALUES STEP COMMAND-LINE: once for each set.
register() {
    ((round > 0)) || printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$set_name" "$1" "$2" "$3" "$6" "$4" "$5" >>"$peers"
}

floor_step() {
    register floor floor floor.c none 1 "floor SET $threads"
    run_floor "$1" "$2" floor "$set_folder" "$threads"
}

# vernier_step NAME JDK_INDEX THREADS ROW ROUND
vernier_step() {
    register "$1" vernier "$(git -C "$root" describe --always --dirty 2>/dev/null), JDK ${java_versions[$2]}" none 1 \
        "vernier scan SET --threads $3 --format json --no-progress"
    run_scan "$4" "$5" "$1" "$set_folder" "${java_homes[$2]}" '' --threads "$3"
}

newest_step() { vernier_step "$reference" 0 "$threads" "$@"; }
old_step() { vernier_step "vernier, 2 threads, JDK 17" 1 "$threads" "$@"; }
one_thread_step() { vernier_step "vernier, 1 thread" 0 1 "$@"; }

# The library in a JVM that is warm; its listing and analysis count.
warm_step() {
    register "$warm" vernier "$(git -C "$root" describe --always --dirty 2>/dev/null), JDK ${java_versions[0]}" none 1 \
        "java -cp bench/target/benchmarks.jar dev.vernier.bench.WarmScan SET $threads $warm_passes"
    timed "${java_homes[0]}/bin/java" --enable-native-access=ALL-UNNAMED -cp "$root/bench/target/benchmarks.jar" \
        dev.vernier.bench.WarmScan "$set_folder" "$threads" "$warm_passes"
    ((status == 0)) || fail "WarmScan: $(tail -n 1 "$tmp/stderr")"
    last_pass
    record "$1" "$2" "$warm" "$(count_of "$set_folder")" "$(awk -v t="$wall" 'BEGIN {printf "%.6f", t / 1e6}')"
}

# rival_step ROW ROUND NAME VERSION VALUES STEP COMMAND...: SET in the command stands for the folder. Their exit status says that some
# files are no DICOM, which is no failure here; one that is killed takes no further part.
rival_step() {
    local row=$1 round=$2 name=$3 seconds count tolerated=255
    local command=("${@:7}")
    [[ -z ${broken[$row, $name]-} ]] || return 0
    part "$set_folder" "$6"
    local line="${command[*]}"
    line=${line//"$root/"/} line=${line//"${java_homes[0]}/bin/"/}
    line=${line//"$tmp"/TMP}
    timed "${command[@]/#SET/"$part"}"
    if ((status >= 124)); then
        broken[$row, $name]=yes
        reasons["$name, $row set"]="ended with status $status: $(tail -n 1 "$tmp/stderr" | tr -d '[:cntrl:]' | sed 's/^.*: //' | cut -c 1-100)"
        say "$name ended with status $status"
        return 0
    fi
    register "$name" rival "$4" "$5" "$6" "$line"
    count=$(count_of "$part")
    [[ $name != *', warm,'* ]] || last_pass
    seconds=$(awk -v t="$wall" 'BEGIN {printf "%.6f", t / 1e6}')
    record "$row" "$round" "$name" "$count" "$seconds"
    mv "$tmp/stdout" "$values/$row, $name"
}

# Sets wall and cpu to what the last pass took of a JVM that says so of each.
last_pass() {
    [[ $(grep '^# files' "$tmp/stdout" | tail -n 1) =~ files\ ([0-9]+).*seconds\ ([0-9.]+)\ cpu\ ([0-9.]+) ]] || fail "unexpected: $(head -n 1 "$tmp/stdout")"
    wall=$(micros "${BASH_REMATCH[2]}") cpu=$(micros "${BASH_REMATCH[3]}")
}

micros() {
    awk -v t="$1" 'BEGIN {printf "%.0f", 1e6 * t}'
}

count_of() {
    find "$1" -type f | wc -l
}

csv_images_step() {
    rival_step "$@" 'dicomtocsv, a line a file' "${versions[dicomtocsv]}" csv 1 \
        dicomtocsv --image --silent -k SeriesInstanceUID -k PixelSpacing -k ImagePositionPatient SET
}
csv_series_step() {
    rival_step "$@" 'dicomtocsv, a line a series' "${versions[dicomtocsv]}" unique 1 \
        dicomtocsv --series --all-unique --silent -k SeriesInstanceUID -k PixelSpacing SET
}
find_step() {
    local kind=found=$spacing_asked
    [[ $set_name == synthetic ]] || kind=none # folders are not named by series
    rival_step "$@" dicomfind "${versions[dicomfind]}" "$kind" 1 dicomfind -k "PixelSpacing=$spacing_asked" SET
}
gdcm_step() {
    rival_step "$@" gdcmscanner "${versions[gdcmscanner]}" gdcm "${every[gdcmscanner]}" \
        gdcmscanner -r -p -t 0020,000e -t 0028,0030 -t 0020,0032 -d SET
}
dcmdump_step() {
    rival_step "$@" dcmdump "${versions[dcmdump]}" dcmdump "${every[dcmdump]}" \
        dcmdump -q +sd +r -M +F +p +P 0020,000e +P 0020,0032 +P 0028,0030 +st 0028,0030 SET
}
dcm4che_step() {
    rival_step "$@" 'dcm4che, warm, 2 threads' "${versions[dcm4che]}" tsv "${every[dcm4che]}" \
        "${java_homes[0]}/bin/java" -cp "$root/bench/target/benchmarks.jar" dev.vernier.bench.Dcm4cheScan SET 2 "$warm_passes"
}
pydicom_step() {
    rival_step "$@" 'pydicom, specific_tags, 2 processes' "${versions[pydicom]}" tsv "${every[pydicom]}" \
        /usr/bin/python3 "$here/pydicom_scan.py" fast SET
}
notebook_step() {
    rival_step "$@" "pydicom, whole files" "${versions[pydicom]}" tsv "${every[notebook]}" \
        /usr/bin/python3 "$here/pydicom_scan.py" notebook SET
}
dcm2niix_step() {
    mkdir -p "$tmp/nifti"
    rival_step "$@" 'dcm2niix, series listed' "${versions[dcm2niix]}" dcm2niix "${every[dcm2niix]}" dcm2niix -n -1 -o "$tmp/nifti" SET
}

# --- Values ---

# Compares the values of every rival's last run with those of a scan of the same folder; writes $tmp/agreement, a JSON object a line.
agreement() {
    local set name kind version line reads step folder out
    : >"$tmp/agreement"
    while IFS=$'\t' read -r set name kind version line reads step; do
        [[ $reads != none && -e $values/$set,\ $name ]] || continue
        if [[ $set == real ]]; then folder=$real; else folder=$synthetic; fi
        part "$folder" "$step"
        out=$tmp/series-$set-$step
        [[ -d $out ]] || "$root/vernier" scan "$part" --no-progress --out "$out" >/dev/null 2>"$tmp/stderr" || fail "$(tail -n 1 "$tmp/stderr")"
        python3 "$here/agree.py" "$reads" "$values/$set, $name" "$out/series.csv" 2>"$tmp/examples" |
            jq -c --arg set "$set" --arg name "$name" '{$set, $name} + .' >>"$tmp/agreement"
        [[ ! -s $tmp/examples ]] || { say "$set, $name:" && cat "$tmp/examples" >&2; }
    done <"$peers"
}

# --- Results ---

# What the machine is, as JSON, before anything is measured.
facts() {
    chosen_json=$json
    local cpu date suffix=''
    cpu=$(cpu_model)
    date=$(date -u +%F)
    $quick && suffix=-quick
    : "${json:=$root/bench/results/$date-$(tr '[:upper:]' '[:lower:]' <<<"$cpu" | tr -cs 'a-z0-9\n' - | sed 's/^-*//; s/-*$//')$suffix.json}"
    jq -n --arg date "$date" --arg cpu "$cpu" --arg commit "$(commit)" \
        --argjson processors "$(processors)" --arg kernel "$(uname -r)" --arg fileSystem "$(findmnt -no FSTYPE -T "$sets")" \
        --argjson memoryGiB "$(memory_gib)" --argjson load "$(load)" \
        --arg command "$command_line" --argjson quick "$quick" '
        {format: "vernier-peers", version: 1, $date, $commit, $cpu, $processors, $memoryGiB, $fileSystem, $kernel, $load,
         jdks: $ARGS.positional, $command, $quick}' --args "${java_versions[@]}" >"$tmp/facts"
}

write_json() {
    local name
    for name in "${!reasons[@]}"; do
        jq -nc --arg name "$name" --arg reason "${reasons[$name]}" '{$name, $reason}'
    done | jq -s 'sort_by(.name)' >"$tmp/unavailable"
    jq -n --slurpfile facts "$tmp/facts" --slurpfile agreement "$tmp/agreement" --slurpfile unavailable "$tmp/unavailable" \
        --rawfile runs "$results" --rawfile peers "$peers" '
        def lines: split("\n") | map(select(. != "") | split("\t"));
        def median: sort | if length % 2 == 1 then .[length / 2 | floor] else (.[length / 2 - 1] + .[length / 2]) / 2 end;
        def round3: . * 1000 | round / 1000;
        ($runs | lines | map(select(.[1] != "0"))) as $runs
        | [$peers | lines[]
            | . as [$set, $name, $kind, $version, $commandLine]
            | [$runs[] | select(.[0] == $set and .[2] == $name)]
            | select(length > 0)
            | {$set, $name, $kind, $version, $commandLine, files: (.[0][3] | tonumber)}
              # The floor says more finely what it took than the process does that runs it.
              + if $kind == "floor" then {wallSeconds: map(.[4] | tonumber)} else {wallSeconds: map((.[5] | tonumber) / 1e6)} end
              + {cpuSeconds: map((.[6] | tonumber) / 1e6)}
            | . + {wallMicrosPerFile: (1e6 * (.wallSeconds | median) / .files | round3),
                   cpuMicrosPerFile: (1e6 * (.cpuSeconds | median) / .files | round3)}] as $rows
        | ($rows | map(select(.kind == "vernier")) | group_by(.set) | map({key: .[0].set, value: .[0]}) | from_entries) as $reference
        | $facts[0] + {
            rows: ($rows | map(. + {wallRatio: (.wallMicrosPerFile / $reference[.set].wallMicrosPerFile | round3),
                                    cpuRatio: (.cpuMicrosPerFile / $reference[.set].cpuMicrosPerFile | round3)})),
            agreement: $agreement, unavailable: $unavailable[0]}' >"$tmp/result.json"
    mkdir -p "$(dirname "$json")"
    mv "$tmp/result.json" "$json"
    say "the result: $json"
}

# goal NAME PROCESS_RATIO WARM_RATIO: of the synthetic set; a rival that is warm is compared with the scan that is.
goal() {
    local least text=$2
    case $1 in
        dicomtocsv*) least=6 ;;
        dcm4che*) least=5 text=$3 ;;
        gdcmscanner) least=20 ;;
        'pydicom, specific_tags'*) least=150 ;;
        *) return 0 ;;
    esac
    awk -v goal="$least" -v text="$text" -v warm="$3" 'BEGIN {
        split(text, part, /[; (]+/)
        split(warm, warmed, /[; (]+/)
        met = part[1] >= goal && part[2] >= goal
        print "≥ " goal ": " (met ? "met" : "**missed**" (warmed[1] >= goal && warmed[2] >= goal ? "; met by the warm scan" : ""))
    }'
}

markdown() {
    local set name kind version line reads step wall_ratio cpu_ratio warm_ratio met
    for set in synthetic real; do
        grep -q "^$set"$'\t' "$peers" || continue
        put "### The $set set"
        put
        put "$(grouped "$(figure "$set" "$reference" files 0)") files, of which slow rivals read a part. JDK ${java_versions[0]} unless said; µs a file, medians;" \
            "\"times\" are multiples of \"$reference\", a whole process, and \"times warm\" of \"$warm\", the $warm_passes""th scan of one JVM:" \
            "of the medians; of the rounds: median (least–greatest)." \
            "Of its wall time the scan itself is $(figure "$set" "$reference" scan 1) µs, the rest is the start and end of a JVM."
        put
        if [[ -z $chosen_json ]]; then
            put "![Time a file, $set set](img/rivals-$set.svg)"
            put
        fi
        put "| program | files | rounds | wall | CPU | wall, times | CPU, times | wall, times warm | goal |"
        put "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
        while IFS=$'\t' read -r _ name kind version line reads step; do
            [[ $(figure "$set" "$name" files 0) != – ]] || continue
            wall_ratio=$(ratio "$set" "$name" "$(wall_field "$kind")" "$reference" process)
            cpu_ratio=$(ratio "$set" "$name" cpu "$reference" cpu)
            warm_ratio=$(ratio "$set" "$name" "$(wall_field "$kind")" "$warm" process)
            met=''
            [[ $set != synthetic ]] || met=$(goal "$name" "$wall_ratio" "$warm_ratio")
            put "| $name | $(grouped "$(figure "$set" "$name" files 0)") | $(rounds_run "$set" "$name") | $(figure "$set" "$name" "$(wall_field "$kind")" 1)" \
                "| $(figure "$set" "$name" cpu 1) | $wall_ratio | $cpu_ratio | $warm_ratio | $met |"
        done < <(grep "^$set"$'\t' "$peers")
        put
    done
    put "### The same values?"
    put
    put "PixelSpacing of each series, by what each rival printed in its last run, beside \`series.csv\` of a scan of the same files: series that agree," \
        "that differ by more than 0.0001 of the value, that only Vernier or only the rival has a spacing for."
    put
    put "| set | rival | agree | differ | only Vernier | only the rival | why |"
    put "| --- | --- | --- | --- | --- | --- | --- |"
    jq -r '.agreement[] | "| \(.set) | \(.name) | \(.agree) | \(.differ) | \(.oursOnly) | \(.theirsOnly) | \(.why) |"' "$json" >>"$report"
    put
    jq -r '.unavailable[] | "Not measured: \(.name), \(.reason)"' "$json" >>"$report"
}

# The floor says itself what it took; what others took is the process.
wall_field() {
    if [[ $1 == floor ]]; then echo scan; else echo process; fi
}

rounds_run() {
    awk -F '\t' -v row="$1" -v who="$2" '$1 == row && $3 == who && $2 > 0 {n++} END {print n + 0}' "$results"
}

# Puts the report in the place of what stands between its marks in docs/BENCHMARKS.md.
into_docs() {
    perl -0777 -i -pe '
        BEGIN {open(my $f, "<", shift @ARGV) or die "$!\n"; local $/; $new = <$f>}
        s/(<!-- rivals: begin -->\n).*?(<!-- rivals: end -->)/$1\n$new\n$2/s or die "no marks\n"' \
        "$report" "$root/docs/BENCHMARKS.md" || fail 'docs/BENCHMARKS.md has no marks'
}
