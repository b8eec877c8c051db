#!/usr/bin/env bash
# Measures Vernier beside others, in pairs, and prints Markdown for docs/BENCHMARKS.md: run.sh --help.
set -euo pipefail

# Decimal points, and names as bytes; UTF-8 because the launcher would change any other locale.
export LC_ALL=C.UTF-8

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
root=$(CDPATH='' cd -- "$here/../.." && pwd -P)

usage() {
    cat <<'END'
usage: bench/peers/run.sh COMMAND [options]

  engine    the scan beside the floor (floor.c), which lists, opens, reads 4 KB of and closes every file:
            page cache hot and cold, in a heap of 256 MB, unbalanced folders, slow storage; system calls
            a file; the same output from 1 to 256 threads. On JDK 17 and on the newest JDK from 22 on.
  rivals    the scan beside the floor and what else reads DICOM headers: vtk-dicom, gdcmscanner, dcmdump, pydicom,
            dcm2niix, dcm4che; on the synthetic set and on real files (../shared/data, where it is there). Each
            one's values are compared with the scan's. Page cache hot.
  cache     the header cache: filling it, and scanning again by files and by folders, beside the scan
            without it: page cache hot and cold, slow storage; a scan killed and started again.
  index     the index of 12 header tags, as Parquet and as CSV in a heap of 256 MB, beside the scan and beside
            dicomtocsv (vtk-dicom) on the same tags. Their values are compared: if any differs, there are no figures.
            Page cache hot.
  spark     the engine on Apache Spark, in one and two threads of one process, beside the scan; the same set from HDFS and from S3,
            with its requests by the server's log. The result files are compared with the scan's. Page cache hot, JDK 17.

Markdown goes to standard output, what is being done to standard error, every single run to
bench/target/peers/COMMAND.tsv. rivals also writes bench/results/DATE-CPU.json and docs/img/rivals-SET.svg. What is
missing of the programs used is installed, as root on Debian; otherwise it is said.

options:
  --quick      engine: 100,000 files and 3 rounds instead of 1,000,000 and 5: some two minutes instead of 15;
               rivals: 46,000 files in any case, 3 rounds instead of 5, and slow rivals read less of them
  --files N    so many files, about, in N/250 folders
  --rounds N   so many pairs of runs a row, after one of each that does not count
  --set DIR    use this set, which `vernier synth DIR` wrote, instead of making one
  --json FILE  rivals: write the result to this file instead, and draw nothing
  --docs       rivals: put the Markdown into docs/BENCHMARKS.md as well, in place of what stands between its marks
  -h, --help

environment:
  VERNIER_BENCH_DIR   where the sets are made, once, and reused: some 8 GB for 1,000,000 files.
                      Default: vernier-bench in $TMPDIR or /tmp. Delete it when done.
  VERNIER_JAVA_HOME   looked at before JAVA_HOME, /usr/lib/jvm and PATH

How it is measured. Runs alternate, floor, scan, floor, scan, so that the machine's moods strike both.
"scan" is the elapsedSeconds of `vernier scan --format json`, "process" the wall time from the start of
the launcher to the end of the JVM, processor time and peak resident memory are the kernel's (GNU time)
for the whole process. A ratio is given twice: that of the two medians, and the median of the pairs'
ratios with the least and the greatest. A goal is met only if both are within it. All processes are kept
to two processors.

The sets are one synthetic set and others that hold hard links to its files: the first tenth and hundredth
of its folders, one file a folder, all files in one folder. Each link leads to an inode of its own within a
set, so a scan opens as many different files as there are, at the price of the folders alone; only sets
that hold the same files share them, and these are compared with each other.

Cold means: `echo 3 >/proc/sys/vm/drop_caches`, then a scan of an empty folder, which brings back the JVM
but nothing of the set. What a hypervisor caches below stays hot. Slow storage is slowfs.c, a FUSE file
system that waits in every open and every read.

Rivals, all of them, run once a round. Slow ones read every so manieth folder only: what counts is the cost of a
file. Vernier reads all of them, since the start of its JVM is part of its time. dcm4che takes part if
bench/target/benchmarks.jar was built with -Pdcm4che; its row, and that of "vernier, warm", is the fifth pass in one JVM. The real set is
what ../shared/data holds, copied once and linked many times.
END
}

case ${1-} in
    engine | rivals | cache | index | spark | -h | --help) ;;
    *)
        usage >&2
        exit 2
        ;;
esac

quick=false files='' rounds='' set='' json='' docs=false command=$1
command_line="bench/peers/run.sh $*"
[[ $command == -* ]] || shift
while (($#)); do
    case $1 in
        --quick) quick=true ;;
        --files | --rounds)
            [[ ${2-} =~ ^[1-9][0-9]{0,8}$ ]] || { echo "run.sh: $1 needs a whole number" >&2 && exit 2; }
            [[ $1 == --files ]] && files=$2 || rounds=$2
            shift
            ;;
        --set)
            [[ -d ${2-}/series ]] || { echo "run.sh: --set needs a folder that vernier synth wrote" >&2 && exit 2; }
            set=$(CDPATH='' cd -- "$2" && pwd -P)
            command_line=${command_line/"$2"/SET} # where it lies is of no interest to a reader
            shift
            ;;
        --json)
            [[ -n ${2-} && $command == rivals ]] || { echo 'run.sh: --json needs a file, and rivals' >&2 && exit 2; }
            # shellcheck disable=SC2034 # rivals.sh reads it
            json=$2
            command_line=${command_line/" --json $2"/}
            shift
            ;;
        --docs)
            [[ $command == rivals ]] || { echo 'run.sh: --docs is for rivals' >&2 && exit 2; }
            # shellcheck disable=SC2034 # rivals.sh reads it
            docs=true
            ;;
        -h | --help)
            usage
            exit
            ;;
        *)
            echo "run.sh: unknown option $1; see --help" >&2
            exit 2
            ;;
    esac
    shift
done
[[ $command != rivals ]] || : "${files:=46000}"
[[ $command != index && $command != spark ]] || : "${files:=100000}"
if $quick; then
    : "${files:=100000}" "${rounds:=3}"
else
    : "${files:=1000000}" "${rounds:=5}"
fi

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$here/lib.sh"
# shellcheck source-path=SCRIPTDIR source=engine.sh
. "$here/$command.sh"
"bench_$command"
