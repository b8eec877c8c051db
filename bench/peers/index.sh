# shellcheck shell=bash
# run.sh index: the index of header tags beside the scan and beside dicomtocsv on the same tags.
# shellcheck disable=SC2154,SC2034 # variables are set in run.sh and lib.sh, and read there

threads=2
heap=-Xmx256m
index_tags=(PatientID StudyDate Modality SeriesInstanceUID SOPInstanceUID Manufacturer SeriesDescription InstanceNumber
    SliceThickness ImagePositionPatient Rows PixelSpacing)

bench_index() {
    need gcc gcc && need /usr/bin/time time && need jq jq && need dicomtocsv vtk-dicom-tools && need python3 python3 || exit 1
    find_jdks
    build
    local machine_line
    machine_line=$(here_and_now)
    make_base
    read_little_ahead
    VERNIER_JAVA_HOME=${java_homes[0]} "$root/vernier" index --help >/dev/null # makes its archive
    SECONDS=0
    put "$machine_line"
    put
    put "12 tags: ${index_tags[*]}. Vernier in a heap of 256 MB on $threads threads; dicomtocsv $(dpkg-query -W -f '${Version}' vtk-dicom-tools)," \
        "one thread, \`--image --silent\` and a \`-k\` for each tag. Page cache hot, whole processes, medians; ratios are to dicomtocsv:" \
        "of the medians; of the pairs."
    put
    step_home=${java_homes[0]}
    index_files=$(find "$base" -type f | wc -l)
    alternate index "$rounds" scan_step parquet_step csv_step dicomtocsv_step
    local values
    values=$(same_values) || fail "the index and dicomtocsv read different values: $values"
    put "| who | files | µs a file | processor µs a file | MB resident | / dicomtocsv | goal |"
    put "| --- | --- | --- | --- | --- | --- | --- |"
    index_line 'vernier scan' scan ''
    index_line 'vernier index -o x.parquet' parquet 1
    index_line 'vernier index -o x.csv' csv 1
    index_line 'dicomtocsv' dicomtocsv ''
    put
    put "Values: $values."
    put
    put "Sizes: $(du -m "$tmp/index.parquet" | cut -f 1) MB Parquet, $(du -m "$tmp/index.csv" | cut -f 1) MB CSV, $(du -m "$tmp/rival.csv" | cut -f 1) MB" \
        "CSV by dicomtocsv. JDK $(major 0). All this took $((SECONDS / 60)) min $((SECONDS % 60)) s."
    cat "$report"
}

# Compares what the last round wrote; fails where values differ, since times would say nothing then.
same_values() {
    VERNIER_JAVA_HOME=$step_home "$root/vernier" index "$base" --tags SOPInstanceUID,NumberOfFrames -o "$tmp/frames.csv" --no-progress &&
        python3 "$here/same_values.py" "$tmp/index.csv" "$tmp/rival.csv" "$tmp/frames.csv"
}

index_line() {
    local against goal=''
    against=$(ratio index "$2" process dicomtocsv process)
    [[ -z $3 ]] || goal=$(verdict "$3" "$against")
    put "| $1 | $(figure index "$2" files 0) | $(figure index "$2" process 1) | $(figure index "$2" cpu 1) | $(figure index "$2" mb 0) | $against | $goal |"
}

scan_step() { run_scan "$1" "$2" scan "$base" "$step_home" "$heap" --threads "$threads"; }

# index_step ROW ROUND WHO FILE
index_step() {
    local -x VERNIER_JAVA_HOME=$step_home VERNIER_JAVA_OPTS=$heap
    timed "$root/vernier" index "$base" --tags "$(tr ' ' , <<<"${index_tags[*]}")" -o "$4" --threads "$threads" --no-progress
    record "$1" "$2" "$3" "$index_files" "$(awk -v t="$wall" 'BEGIN {printf "%.6f", t / 1e6}')"
}

parquet_step() { index_step "$1" "$2" parquet "$tmp/index.parquet"; }
csv_step() { index_step "$1" "$2" csv "$tmp/index.csv"; }

dicomtocsv_step() {
    local keys=() tag tolerated=255 # it ends with 1 where a file is no DICOM
    for tag in "${index_tags[@]}"; do keys+=(-k "$tag"); done
    timed dicomtocsv --image --silent "${keys[@]}" -o "$tmp/rival.csv" "$base"
    record "$1" "$2" dicomtocsv "$index_files" "$(awk -v t="$wall" 'BEGIN {printf "%.6f", t / 1e6}')"
}
