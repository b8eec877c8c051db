# shellcheck shell=bash
# What the benchmarks share; run.sh sources it and sets: root, command, command_line, quick, files, rounds, set.
# shellcheck disable=SC2154 # root and the others are run.sh's

# shellcheck source-path=SCRIPTDIR source=../machine.sh
. "$root/bench/machine.sh"

here=${here:?} target=$root/bench/target/peers
sets=${VERNIER_BENCH_DIR:-${TMPDIR:-/tmp}/vernier-bench}
results=$target/$command.tsv # row, round, who, files, seconds, wall µs, processor µs, resident KB, blocks read
report=$target/$command.md
tmp=$(mktemp -d)
pin=()
slow_mount=''
slow_us=2000
read_ahead='' read_ahead_knob=''
limit=1500 # seconds
$quick && limit=300
unset VERNIER_JAVA_OPTS # each row has its own

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "run.sh: $*"
    exit 1
}

# Writes to the report.
put() {
    printf '%s\n' "$*" >>"$report"
}

clean_up() {
    trap - EXIT
    if [[ -n $slow_mount ]] && mountpoint -q "$slow_mount"; then umount -l "$slow_mount" || true; fi
    [[ -z $read_ahead ]] || echo "$read_ahead" >"$read_ahead_knob" || true
    rm -rf --one-file-system "$tmp"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# need FILE PACKAGE: installs the Debian package that holds the file or command.
need() {
    if [[ $1 == */* ]]; then [[ ! -e $1 ]] || return 0; else ! command -v "$1" >/dev/null || return 0; fi
    say "installing $2"
    if ! { ((EUID == 0)) && command -v apt-get >/dev/null &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" >"$tmp/apt" 2>&1; }; then
        [[ ! -s $tmp/apt ]] || tail -n 3 "$tmp/apt" >&2
        say "run.sh: $1 is missing: apt-get install $2"
        return 1
    fi
}

# Sets java_homes and java_versions: JDK 17 and the newest from 22 on, as far as there are any; the newest comes first.
find_jdks() {
    local home version major old='' new='' old_version='' new_version=''
    local candidates=("${VERNIER_JAVA_HOME-}" "${JAVA_HOME-}" /usr/lib/jvm/*)
    if home=$(command -v java) && home=$(readlink -f -- "$home"); then candidates+=("${home%/bin/java}"); fi
    for home in "${candidates[@]}"; do
        [[ -x $home/bin/java && -r $home/release ]] || continue
        version=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$home/release")
        major=${version%%[!0-9]*}
        [[ -n $major ]] || continue
        if ((major == 17)) && [[ -z $old ]]; then old=$home old_version=$version; fi
        if ((major >= 22)) && [[ $(printf '%s\n' "$new_version" "$version" | sort -V | tail -n 1) != "$new_version" ]]; then
            new=$home new_version=$version
        fi
    done
    java_homes=() java_versions=()
    [[ -z $new ]] || java_homes+=("$new") java_versions+=("$new_version")
    [[ -z $old ]] || java_homes+=("$old") java_versions+=("$old_version")
    ((${#java_homes[@]})) || fail 'neither JDK 17 nor a JDK from 22 on was found: set VERNIER_JAVA_HOME'
    [[ -n $new ]] || say 'no JDK from 22 on was found: its rows are missing'
    [[ -n $old ]] || say 'no JDK 17 was found: its rows are missing'
}

# Builds floor, and vernier with the class-data archive of each JDK, so that no measured run does.
build() {
    local home
    mkdir -p "$target" "$sets"
    gcc -O2 -Wall -pthread -o "$target/floor" "$here/floor.c"
    mkdir -p "$tmp/empty"
    for home in "${java_homes[@]}"; do
        VERNIER_JAVA_HOME=$home "$root/vernier" --version >/dev/null
    done
    : >"$results"
    : >"$report"
    # The goals are for two processors; the JVM counts those it may use.
    if (($(nproc) > 2)); then pin=(taskset -c "$(two_processors)"); fi
}

# The first two processors of those this shell may use, such as 0,1.
two_processors() {
    sed -n 's/^Cpus_allowed_list:[[:space:]]*//p' /proc/self/status | tr ',' '\n' |
        while IFS=- read -r first last; do seq "$first" "${last:-$first}"; done | sed -n 1,2p | paste -sd ,
}

# How many processors measured processes are kept to.
processors() { echo "$(("$(nproc)" > 2 ? 2 : $(nproc)))"; }

# The machine, with the sets' file system and the JDKs.
here_and_now() {
    machine "$(processors) of its processors used" "$(load)" "$(findmnt -no FSTYPE -T "$sets")" "Linux $(uname -r)" "${java_versions[@]/#/JDK }"
}

# A first read brings in as much as the device reads ahead, holes included: with the usual setting the page cache would not hold a
# large set, and hot rows would be cold ones. Set back when the script ends.
read_little_ahead() {
    ((files >= 500000)) || return 0
    local knob
    knob=$(findmnt -no MAJ:MIN -T "$sets")
    knob=/sys/class/bdi/${knob// /}/read_ahead_kb
    if [[ -w $knob ]]; then
        read_ahead=$(<"$knob") read_ahead_knob=$knob
        echo 4 >"$knob"
    else
        say "the device's read-ahead cannot be set: a large set may not stay in the page cache"
    fi
}

# --- Sets ---

# Fails unless the sets' file system has room: room KB INODES WHAT-FOR
room() {
    local free free_inodes
    free=$(df --output=avail -k "$sets" | tail -n 1)
    free_inodes=$(df --output=iavail "$sets" | tail -n 1)
    say "$3: needs $(($1 / 1024)) MB and $2 inodes, $((free / 1024)) MB and $free_inodes inodes are free in $sets"
    # Some file systems count no inodes and report 0.
    ((free > $1)) || fail "too little room in $sets: set VERNIER_BENCH_DIR"
    ((free_inodes == 0 || free_inodes > $2)) || fail "too few inodes in $sets: set VERNIER_BENCH_DIR"
}

# Sets base to the folder of the synthetic set's series, which is made unless it is there.
make_base() {
    local series=$(((files + 125) / 250))
    ((series > 0)) || series=1
    if [[ -n $set ]]; then
        base=$set/series name=${set##*/}
        return
    fi
    name=synth-$series
    base=$sets/$name/series
    [[ -d $base ]] && return
    room $((files * 8 + series * 16)) $((files + files / 10)) "a synthetic set of $series series"
    rm -rf "$sets/$name.part"
    "$root/vernier" synth "$sets/$name.part" --series "$series" --slices 277 --no-progress >&2
    mv "$sets/$name.part" "$sets/$name"
}

# make_links NAME LAYOUT FOLDERS: sets links to a folder of hard links to the files of the base's first FOLDERS folders; LAYOUT is kept
# (the same folders), single (a folder for each file) or flat (one folder).
make_links() {
    links=$sets/$name-$1
    [[ -d $links ]] && return
    say "linking $links"
    if [[ $2 == single ]]; then room $(($3 * 1500)) $(($3 * 300)) "folders of one file"; fi
    rm -rf "$links.part"
    perl -e '
        my ($from, $to, $layout, $folders) = @ARGV;
        sub names { opendir(my $d, $_[0]) or die "$_[0]: $!\n"; return sort grep { !/^\.\.?$/ } readdir $d }
        my $n = 0;
        sub make { mkdir $_[0] or die "$_[0]: $!\n" }
        make($to);
        for my $folder (grep { defined } (names($from))[0 .. $folders - 1]) {
            make("$to/$folder") if $layout eq "kept";
            for my $file (names("$from/$folder")) {
                next unless -f "$from/$folder/$file";
                my $at = $to . ($layout eq "kept" ? "/$folder" : $layout eq "single" ? sprintf("/%07d", $n) : "");
                make($at) if $layout eq "single";
                my $file_to = -e "$at/$file" ? "$n-$file" : $file; # a Thumbs.db in every folder
                link "$from/$folder/$file", "$at/$file_to" or die "$at/$file_to: $!\n";
                $n++;
            }
        }' "$base" "$links.part" "$2" "$3" || fail "cannot link: VERNIER_BENCH_DIR must be on the set's file system"
    mv "$links.part" "$links"
}

# --- Runs ---

# timed COMMAND...: its output goes to $tmp/stdout; sets wall, cpu (µs), rss (KB), blocks (read, of 512 bytes) and status. An exit status
# above $tolerated, 0 unless told otherwise, ends all; 255 tolerates everything.
timed() {
    local from to user system
    status=0
    from=${EPOCHREALTIME/./}
    timeout --foreground 900 /usr/bin/time -q -o "$tmp/time" -f '%U %S %M %I' "${pin[@]}" "$@" >"$tmp/stdout" 2>"$tmp/stderr" </dev/null || status=$?
    to=${EPOCHREALTIME/./}
    if ((status > ${tolerated:-0})); then
        tail -n 5 "$tmp/stderr" >&2
        fail "exit status $status: $*"
    fi
    wall=$((to - from))
    read -r user system rss blocks < <(tail -n 1 "$tmp/time") # a line before tells of signals
    cpu=$(awk -v a="$user" -v b="$system" 'BEGIN {printf "%.0f", 1e6 * (a + b)}')
}

record() {
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "$5" "$wall" "$cpu" "$rss" "$blocks" >>"$results"
}

# run_floor ROW ROUND WHO SET THREADS
run_floor() {
    timed "$target/floor" "$4" "$5"
    local line
    line=$(<"$tmp/stdout")
    [[ $line =~ files\ ([0-9]+).*seconds\ ([0-9.]+).*cpu-us/file\ ([0-9.]+) ]] || fail "unexpected: $line"
    cpu=$(awk -v n="${BASH_REMATCH[1]}" -v t="${BASH_REMATCH[3]}" 'BEGIN {printf "%.0f", n * t}') # finer than GNU time's
    record "$1" "$2" "$3" "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
}

# run_scan ROW ROUND WHO SET JAVA_HOME JAVA_OPTS [OPTION...]
run_scan() {
    local -x VERNIER_JAVA_HOME=$5 VERNIER_JAVA_OPTS=$6
    timed "$root/vernier" scan "$4" --format json --no-progress "${@:7}"
    local figures
    figures=$(jq -r '"\(.files.seen) \(.elapsedSeconds)"' "$tmp/stdout")
    record "$1" "$2" "$3" "${figures% *}" "${figures#* }"
}

# alternate ROW ROUNDS FUNCTION...: calls each FUNCTION ROW ROUND in turn. Round 0 warms up; where nothing stays warm, first_round is 1.
# When the time for everything is used up, one round must do.
alternate() {
    local row=$1 last=$2 round function
    shift 2
    say "$row"
    for ((round = ${first_round:-0}; round <= last; round++)); do
        if ((round > 1 && SECONDS > limit)); then
            say "late: $row has only $((round - 1)) rounds"
            break
        fi
        for function in "$@"; do "$function" "$row" "$round"; done
    done
}

# --- Figures: of the results, without the warm-up ---

# FIELD is scan, process, cpu (µs a file), seconds, wall, mb or files; figure ROW WHO FIELD [DIGITS]: the median.
figure() {
    figures "$1" "$2" "$3" "$2" "$3" "${4:-2}" | cut -d ' ' -f 1
}

# ratio ROW WHO FIELD BASE_WHO BASE_FIELD: "1.31; 1.29 (1.20–1.41)": of the medians; of the pairs: median (least–greatest).
ratio() {
    figures "$@" 2 | awk '{printf "%s; %s (%s–%s)\n", $2, $3, $4, $5}'
}

# 1234567 as 1,234,567.
grouped() {
    sed ':a; s/\B[0-9]\{3\}\>/,&/; ta' <<<"$1"
}

# How many rounds a row has.
rounds_of() {
    awk -F '\t' -v row="$1" '$1 == row && $2 > n {n = $2} END {print n + 0}' "$results"
}

figures() {
    awk -F '\t' -v row="$1" -v who="$2" -v field="$3" -v base_who="$4" -v base_field="$5" -v digits="$6" '
        function value(field) {
            if (field == "scan") return 1e6 * $5 / $4
            if (field == "process") return $6 / $4
            if (field == "cpu") return $7 / $4
            if (field == "seconds") return $5
            if (field == "wall") return $6 / 1e6
            if (field == "mb") return $8 / 1024
            if (field == "files") return $4
            print "no field " field >"/dev/stderr"
            exit 1
        }
        function arrange(v, n,   i, j, x) {
            for (i = 2; i <= n; i++) {
                x = v[i]
                for (j = i; j > 1 && v[j - 1] > x; j--) v[j] = v[j - 1]
                v[j] = x
            }
        }
        function median(v, n) {
            arrange(v, n)
            return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
        }
        $1 == row && $2 > 0 && $3 == base_who {b[$2] = value(base_field)}
        $1 == row && $2 > 0 && $3 == who {a[$2] = value(field); if ($2 > n) n = $2}
        END {
            if (!n) {print "–"; exit}
            for (i = 1; i <= n; i++) {pair[i] = b[i] ? a[i] / b[i] : 0; of_a[i] = a[i]; of_b[i] = b[i]}
            middle = median(pair, n)
            base = median(of_b, n)
            printf "%.*f %.2f %.2f %.2f %.2f\n", digits, median(of_a, n), base ? median(of_a, n) / base : 0, middle, pair[1], pair[n]
        }' "$results"
}

# verdict GOAL RATIO: met if the ratio of the medians and that of the pairs are.
verdict() {
    awk -v goal="$1" -v text="$2" 'BEGIN {
        split(text, part, /[; (]+/)
        print "≤ " goal ": " (part[1] + 0 > 0 && part[1] <= goal && part[2] <= goal ? "met" : "**missed**")
    }'
}

# The version in front of the first dot of the JDK at index $1.
major() {
    printf '%s' "${java_versions[$1]%%[!0-9]*}"
}

# Empties the page cache.
cool() {
    sync
    echo 3 >/proc/sys/vm/drop_caches
}

# Brings the JVM and the program back to the page cache, nothing else.
warm_program() {
    VERNIER_JAVA_HOME=$step_home "$root/vernier" scan "$tmp/empty" --format json --no-progress >/dev/null 2>&1 || true
}

# mount_slow FOLDER: sets slow_mount to the folder behind slowfs.c, which waits slow_us in every open and read; or sets why it cannot.
mount_slow() {
    local tries
    why=''
    if [[ ! -c /dev/fuse ]] || ! grep -qw fuse /proc/filesystems; then
        why='the kernel has no FUSE'
    elif ! need /usr/include/fuse3/fuse.h libfuse3-dev; then
        why='libfuse3-dev is missing'
    elif ! gcc -O2 -Wall -I/usr/include/fuse3 -o "$target/slowfs" "$here/slowfs.c" -lfuse3 2>"$tmp/gcc"; then
        why='slowfs.c does not compile here'
    else
        mkdir "$tmp/slow"
        slow_mount=$tmp/slow
        "$target/slowfs" "$1" "$slow_mount" "$slow_us" >"$tmp/slowfs" 2>&1 &
        for ((tries = 0; tries < 50; tries++)); do
            mountpoint -q "$slow_mount" && break
            sleep 0.1
        done
        mountpoint -q "$slow_mount" || why="FUSE cannot be mounted here: $(head -n 1 "$tmp/slowfs")"
    fi
    [[ -z $why ]]
}

unmount_slow() {
    umount "$slow_mount"
    slow_mount=''
    wait
}
