#!/usr/bin/env bash
# Runs the benchmarks, prints Markdown for docs/BENCHMARKS.md, and compares results: run.sh --help.
set -euo pipefail

# Decimal points, and names as bytes.
export LC_ALL=C.UTF-8

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
root=$(CDPATH='' cd -- "$here/.." && pwd -P)
jar=$here/target/benchmarks.jar
command_line="bench/run.sh $*"

# shellcheck source-path=SCRIPTDIR source=machine.sh
. "$here/machine.sh"

usage() {
    cat <<'END'
usage: bench/run.sh COMMAND [options]

  jmh [options] [REGEX...] [JMH options]
      Runs the JMH benchmarks whose names match, or all: hot paths in memory, reading strategies, the scan. Builds the jar
      where it is missing or older than its sources.

      --quick             short runs, some values of the parameters: everything takes a quarter of an hour
      --threads N[,N...]  runs once for each number of threads, such as 1,2,4,8,16 for ReadStrategyBenchmark
      --cold              and ColdReadBenchmark, which empties the page cache of the whole machine (as root); it is left out
                          otherwise
      --out FILE          where JMH's JSON goes, instead of bench/results/jmh-DATE-TIME.json

      JMH's own options are handed on, and come before those of --quick: -f 1, -p n=1000, -prof gc; -h lists them.

  compare BEFORE.json AFTER.json
      Prints what became slower, or faster, beyond noise; both files are of bench/peers/run.sh rivals, or both of JMH.
      Exit status: 0 nothing slower, 1 something slower, 2 the files cannot be compared.

  plot RESULT.json FOLDER
      Draws a result of bench/peers/run.sh rivals: FOLDER/rivals-SET.svg.

Markdown goes to standard output, JMH's own words go to standard error. bench/peers/run.sh measures whole processes.

environment:
  VERNIER_JAVA_HOME   the JDK to measure, instead of that in JAVA_HOME or PATH; native reading needs 22 or newer
  VERNIER_BENCH_DIR   where the files to read are made, for as long as a benchmark runs; default: /tmp
END
}

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "run.sh: $*"
    exit 1
}

misuse() {
    say "run.sh: $*; see --help"
    exit 2
}

# --- What the commands share ---

# Sets java, and java_version to its feature number.
find_java() {
    local home=${VERNIER_JAVA_HOME:-${JAVA_HOME-}}
    java=${home:+$home/bin/}java
    command -v "$java" >/dev/null || fail "there is no $java: set VERNIER_JAVA_HOME"
    java_version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
    [[ $java_version =~ ^[0-9]+$ ]] || fail "$java does not tell its version"
}

# Builds the benchmarks unless the jar is newer than all it is made from.
build_jar() {
    local newer=''
    [[ ! -e $jar ]] || newer=$(find "$root/pom.xml" "$root"/{synth,core,bench}/{pom.xml,src/main*} -newer "$jar" -type f -print -quit)
    [[ ! -e $jar || -n $newer ]] || return 0
    say 'building bench/target/benchmarks.jar'
    (cd "$root" && mvn -B -q -DskipTests -pl bench -am package >&2) || fail 'the build failed'
    touch "$jar" # Maven leaves a jar alone that would not change
}

# --- jmh ---

# option NAME VALUE: adds a JMH option to options, unless the user gave it: of -p, a value of the same parameter.
option() {
    local given same=$1
    [[ $1 != -p ]] || same="${2%%=*}=*"
    for given in "${handed_on[@]}"; do
        # shellcheck disable=SC2053 # a pattern
        [[ $given != $same ]] || return 0
    done
    options+=("$1" "$2")
}

quick_options() {
    option -f 1
    option -wi 4
    option -w 500ms
    option -i 5
    option -r 200ms
    option -p n=1000,1000000
    option -p fileBytes=4096,8388608
    option -p slices=600
    option -p series=100
}

# run_jmh JSON [OPTION...]: runs once; sets failed where a benchmark failed, of which JMH's exit status says nothing.
run_jmh() {
    say "$java -jar bench/target/benchmarks.jar ${*:2}"
    "$java" -jar "$jar" "${@:2}" -rf json -rff "$1" 2>&1 | tee "$tmp/log" >&2 || fail 'JMH failed'
    ! grep -qE '<(failure|forked VM failed)' "$tmp/log" || failed=true
}

jmh() {
    local quick=false cold=false failed=false threads=(1) given_threads=false out='' handed_on=() options=() load count results=()
    while (($#)); do
        case $1 in
            --quick) quick=true ;;
            --cold) cold=true ;;
            --threads)
                [[ ${2-} =~ ^[1-9][0-9]{0,3}(,[1-9][0-9]{0,3})*$ ]] || misuse '--threads needs whole numbers, with commas between them'
                IFS=, read -r -a threads <<<"$2"
                given_threads=true
                shift
                ;;
            --out)
                [[ -n ${2-} ]] || misuse '--out needs a file'
                out=$2
                command_line=${command_line/"$2"/FILE} # where it lies is of no interest to a reader
                shift
                ;;
            --help)
                usage
                return
                ;;
            -rf | -rff) misuse "$1 is set already: use --out" ;;
            --*) misuse "unknown option $1" ;;
            *) handed_on+=("$1") ;;
        esac
        shift
    done
    command -v jq >/dev/null || fail 'jq is missing: apt-get install jq'
    find_java
    build_jar
    load=$(load)
    for count in "${handed_on[@]}"; do
        case $count in
            -h | -l | -lp | -lprof | -lrf)
                "$java" -jar "$jar" "${handed_on[@]}"
                return
                ;;
        esac
    done

    options=("${handed_on[@]}")
    if $quick; then quick_options; fi
    if $cold; then options+=(-p cold=true); else options+=(-e '\.ColdReadBenchmark\.'); fi
    if ((java_version < 22)); then
        say "JDK $java_version cannot read by native calls: those are left out"
        options+=(-e '\.nativeCalls$')
    fi
    if [[ -z $out ]]; then
        mkdir -p "$here/results"
        out=$here/results/jmh-$(date -u +%Y%m%d-%H%M%S).json
    fi
    [[ -w $(dirname -- "$out") && ! -d $out ]] || fail "cannot write $out"
    tmp=$(mktemp -d)
    trap 'rm -rf "$tmp"' EXIT
    trap 'exit 130' INT TERM
    for count in "${threads[@]}"; do
        results+=("$tmp/$count.json")
        if $given_threads; then run_jmh "$tmp/$count.json" "${options[@]}" -t "$count"; else run_jmh "$tmp/$count.json" "${options[@]}"; fi
    done
    jq -s add "${results[@]}" >"$out"
    [[ $(jq length "$out") != 0 ]] || fail 'nothing was measured'
    machine "$(nproc) processors" "$load" "Linux $(uname -r)" "JDK $(jq -r '.[0].jdkVersion' "$out")"
    echo
    jq -r -f "$here/jmh.jq" "$out"
    say "JMH's JSON is in $out"
    ! $failed || fail 'some benchmarks failed: see above'
}

# --- compare, plot ---

# report CLASS ARGUMENT...
report() {
    find_java
    build_jar
    exec "$java" -cp "$jar" "dev.vernier.bench.report.$1" "${@:2}"
}

case ${1-} in
    jmh)
        shift
        jmh "$@"
        ;;
    compare) report Compare "${@:2}" ;;
    plot) report Plot "${@:2}" ;;
    -h | --help) usage ;;
    *)
        usage >&2
        exit 2
        ;;
esac
