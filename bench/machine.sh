# shellcheck shell=bash
# What was measured, on what, when; run.sh and peers/lib.sh source it and set: root, command_line.
# shellcheck disable=SC2154 # root and command_line are theirs

cpu_model() { sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1; }
memory_gib() { awk '/^MemTotal/ {printf "%.0f", $2 / 1048576}' /proc/meminfo; }
load() { cut -d ' ' -f 1 /proc/loadavg; }
commit() { git -C "$root" describe --always --dirty 2>/dev/null || echo unknown; }

# machine PROCESSORS LOAD WHAT...: a line and the command, as Markdown; WHAT else was there, such as "JDK 25".
machine() {
    local what
    what=$(printf ', %s' "${@:3}")
    # shellcheck disable=SC2016 # the backquotes are Markdown
    printf '%s, %s, %s GiB%s; %s, commit %s, load %s at the start.\n\n`%s`\n' "$(cpu_model)" "$1" "$(memory_gib)" "$what" \
        "$(date -u +%F)" "$(commit)" "$2" "$command_line"
}
