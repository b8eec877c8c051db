# shellcheck shell=bash
# run.sh spark: the engine on Apache Spark beside the command line, on local files, HDFS and S3.
# shellcheck disable=SC2154,SC2034 # variables are set in run.sh and lib.sh, and read there

# What Spark opens on Java 17; spark-submit does so by itself.
spark_flags=(-XX:+IgnoreUnrecognizedVMOptions -Djdk.reflect.useDirectMethodHandle=false -Dio.netty.tryReflectionSetAccessible=true
    --add-modules=jdk.incubator.vector)
for package in lang lang.invoke lang.reflect io net nio util util.concurrent util.concurrent.atomic; do
    spark_flags+=("--add-opens=java.base/java.$package=ALL-UNNAMED")
done
for package in jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
    spark_flags+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

# HDFS keeps no holes: of each file so many bytes are put there, and more of those with many frames. No header of the set is longer.
start_bytes=$((256 << 10))

bench_spark() {
    need gcc gcc && need /usr/bin/time time && need jq jq || exit 1
    find_jdks
    # Spark 4.2 is for Java 17 and 21: the command line beside it gets the same JDK.
    local i spark_home=''
    for i in "${!java_homes[@]}"; do [[ $(major "$i") != 17 ]] || spark_home=${java_homes[i]}; done
    [[ -n $spark_home ]] || fail 'JDK 17 is missing: Spark needs it'
    java_homes=("$spark_home") java_versions=("$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$spark_home/release")")
    step_home=$spark_home
    build
    build_spark
    local machine_line
    machine_line=$(here_and_now)
    make_base
    spark_files=$(find "$base" -type f | wc -l)
    SECONDS=0
    put "$machine_line"
    put
    put "$(grouped "$spark_files") files in $(find "$base" -mindepth 1 -type d | wc -l) folders. Whole processes with \`--out\`, page cache hot; medians."
    put
    alternate local "$rounds" cli_1_step cli_2_step spark_1_step spark_2_step
    alternate few 1 few_step
    spark_table
    spark_hdfs
    spark_s3
    put
    put "All this took $((SECONDS / 60)) min $((SECONDS % 60)) s."
    cat "$report"
}

build_spark() {
    say 'building the module spark, and the servers of its tests'
    (cd "$root" && JAVA_HOME=$step_home mvn -B -q -Pspark,spark-cluster -pl spark -am -DskipTests -Dspotless.check.skip package \
        dependency:build-classpath -Dmdep.outputFile=target/cluster.classpath) >&2 ||
        fail 'the module spark cannot be built'
    cluster_path=$root/spark/target/test-classes:$(<"$root/spark/target/cluster.classpath")
}

# cli_step ROW ROUND THREADS
cli_step() {
    local -x VERNIER_JAVA_HOME=$step_home VERNIER_JAVA_OPTS=''
    timed "$root/vernier" scan "$base" --threads "$3" --out "$tmp/cli" --no-progress --quiet
    record "$1" "$2" "cli-$3" "$spark_files" "$(awk -v t="$wall" 'BEGIN {printf "%.6f", t / 1e6}')"
}

# spark_step ROW ROUND WHO CORES FILES ROOT [--conf NAME=VALUE...]: as spark-submit does, on this machine.
spark_step() {
    rm -rf "$tmp/spark"
    timed "$step_home/bin/java" "${spark_flags[@]}" -Xmx2g -cp "$cluster_path" org.apache.spark.deploy.SparkSubmit --master "local[$4]" \
        --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 \
        --conf "spark.local.dir=$tmp" "${@:7}" --class dev.vernier.spark.VernierSpark "$root/spark/target/vernier-spark.jar" \
        "$6" --out "file://$tmp/spark"
    record "$1" "$2" "$3" "$5" "$(awk -v t="$wall" 'BEGIN {printf "%.6f", t / 1e6}')"
}

cli_1_step() { cli_step "$1" "$2" 1; }
cli_2_step() { cli_step "$1" "$2" 2; }
spark_1_step() { spark_step "$1" "$2" spark-1 1 "$spark_files" "file://$base" && same_results; }
spark_2_step() { spark_step "$1" "$2" spark-2 2 "$spark_files" "file://$base" && same_results; }

# One folder: what a run costs before its files.
few_step() {
    local folder
    folder=$(find "$base" -mindepth 1 -maxdepth 1 -type d | sort | sed -n 1p)
    spark_step "$1" "$2" few 2 "$(find "$folder" -type f | wc -l)" "file://$folder"
}

# Times of a different answer would say nothing.
same_results() {
    local file
    for file in series.csv domains.csv findings.csv; do
        cmp "$tmp/cli/$file" "$tmp/spark/$file" >&2 || fail "$file differs from that of the command line"
    done
}

spark_table() {
    put "| what | wall s | processor s | MB resident | processor µs a file |"
    put "| --- | --- | --- | --- | --- |"
    local line
    for line in 'local cli-1|`vernier scan`, 1 thread' 'local cli-2|`vernier scan`, 2 threads' 'local spark-1|`VernierSpark`, `local[1]`' \
        'local spark-2|`VernierSpark`, `local[2]`' 'few few|the same, one folder only'; do
        # shellcheck disable=SC2086 # row and who
        spark_line "${line#*|}" ${line%%|*}
    done
    put
    put "series.csv, domains.csv and findings.csv are equal to the byte in every run. \`local[2]\` / \`local[1]\`, wall: $(ratio local spark-2 wall spark-1 wall)."
    put
}

# spark_line LABEL ROW WHO
spark_line() {
    put "| $1 | $(figure "$2" "$3" wall 1) | $(awk -v us="$(figure "$2" "$3" cpu 3)" -v n="$(figure "$2" "$3" files 0)" \
        'BEGIN {printf "%.1f", us * n / 1e6}') | $(figure "$2" "$3" mb 0) | $(figure "$2" "$3" cpu 0) |"
}

# serve CLASS FOLDER ARGUMENT...: starts a server of the tests, and waits for the last line in which it says that it serves.
serve() {
    rm -f "$tmp/served"
    mkfifo "$tmp/until"
    "$step_home/bin/java" "${spark_flags[@]}" -Xmx1g -Djava.util.concurrent.ForkJoinPool.common.parallelism=8 -cp "$cluster_path" \
        "dev.vernier.spark.$1" "${@:2}" <"$tmp/until" >"$tmp/served" 2>"$tmp/server" &
    server=$!
    exec 7>"$tmp/until"
    until grep -qsE '^(ready|hdfs:.*)$' "$tmp/served"; do
        kill -0 "$server" 2>/dev/null || fail "$1 ended: $(tail -n 3 "$tmp/server")"
        sleep 1
    done
}

end_server() {
    exec 7>&-
    wait "$server" || true
    rm "$tmp/until"
}

spark_hdfs() {
    say 'HDFS: copying'
    room $((spark_files * (start_bytes >> 10) * 11 / 10)) $((3 * spark_files)) 'a copy in HDFS'
    rm -rf "$sets/served"
    mkdir "$sets/served"
    serve Hdfs "$sets/served" "$base" "$start_bytes"
    first_round=1 alternate hdfs 1 cli_2_step hdfs_step
    end_server
    rm -rf "$sets/served"
    put "From HDFS (Hadoop's MiniDFSCluster on the same processors; $(grouped "$spark_files") files, of each a start that is longer than its header): the same bytes, in" \
        "$(figure hdfs hdfs wall 1) s, $(figure hdfs hdfs cpu 0) µs of the application's processor time a file."
    put
}

hdfs_step() { spark_step "$1" "$2" hdfs 2 "$spark_files" "$(grep '^hdfs:' "$tmp/served")" && same_results; }

spark_s3() {
    local bucket
    bucket=$(basename "$(dirname "$base")")
    serve S3Server "$(dirname "$(dirname "$base")")" "$tmp"
    mapfile -t s3_settings < <(grep '^spark\.hadoop\.' "$tmp/served")
    s3_root=s3a://$bucket/series
    first_round=1 alternate s3 1 cli_2_step s3_step
    end_server
    put "From S3 (S3Proxy beside it on the same processors; all files): the same bytes, in $(figure s3 s3 wall 1) s, $(figure s3 s3 cpu 0) µs of the application's" \
        "processor time a file. By the server's log:"
    put
    put "$("$step_home/bin/java" -Xmx4g -cp "$cluster_path" dev.vernier.spark.S3Log "$tmp/s3.log" "/$bucket/series/")"
}

s3_step() {
    local conf=() setting
    for setting in "${s3_settings[@]}"; do conf+=(--conf "$setting"); done
    spark_step "$1" "$2" s3 2 "$spark_files" "$s3_root" "${conf[@]}" && same_results
}
