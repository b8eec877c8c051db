// The floor: what any program pays that looks into every file of an archive. Lists each folder below ROOT, opens each file relative
// to it, reads N bytes at offset 0 and closes it; T threads share the folders, huge folders are split.
//
//   cc -O2 -pthread -o floor floor.c && ./floor ROOT [THREADS [BYTES]]
//
// Prints files, bytes, seconds and microseconds a file.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { BATCH = 256 };

// A folder to list, or a batch of names in one that is open; a stack of them is the work to do.
struct work {
    struct work *next;
    struct folder *folder;
    char *path;            // of a folder that is not listed yet
    int count;             // of the names
    char *names[BATCH];
};

// An open folder, closed when its listing and all its batches are done.
struct folder {
    int fd;
    int users;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static struct work *stack;
static int pending;
static int bytes_wanted = 4096;
static long long total_files, total_bytes, total_errors;

static void *must(void *p) {
    if (!p) { fputs("floor: out of memory\n", stderr); exit(1); }
    return p;
}

static void push(struct work *w) {
    pthread_mutex_lock(&lock);
    w->next = stack;
    stack = w;
    pending++;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
}

static void release(struct folder *f) {
    if (__atomic_sub_fetch(&f->users, 1, __ATOMIC_ACQ_REL) == 0) {
        close(f->fd);
        free(f);
    }
}

static void push_batch(struct folder *f, struct work *batch) {
    __atomic_add_fetch(&f->users, 1, __ATOMIC_RELAXED);
    batch->folder = f;
    push(batch);
}

static void list(struct work *w) {
    int fd = open(w->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (!dir) { __atomic_add_fetch(&total_errors, 1, __ATOMIC_RELAXED); if (fd >= 0) close(fd); return; }
    struct folder *f = must(malloc(sizeof *f));
    f->fd = dup(fd);
    f->users = 1;
    struct work *batch = NULL;
    for (struct dirent *e; (e = readdir(dir));) {
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
        if (e->d_type == DT_DIR) {
            struct work *sub = must(calloc(1, sizeof *sub));
            if (asprintf(&sub->path, "%s/%s", w->path, e->d_name) < 0) must(NULL);
            push(sub);
        } else if (e->d_type == DT_REG) {
            if (!batch) batch = must(calloc(1, sizeof *batch));
            batch->names[batch->count++] = must(strdup(e->d_name));
            if (batch->count == BATCH) { push_batch(f, batch); batch = NULL; }
        }
    }
    if (batch) push_batch(f, batch);
    closedir(dir);
    release(f);
}

static void read_files(struct work *w, char *buffer) {
    long long files = 0, bytes = 0, errors = 0;
    for (int i = 0; i < w->count; i++) {
        int fd = openat(w->folder->fd, w->names[i], O_RDONLY | O_CLOEXEC);
        ssize_t n = fd < 0 ? -1 : pread(fd, buffer, bytes_wanted, 0);
        if (fd >= 0) close(fd);
        files++;
        if (n < 0) errors++; else bytes += n;
        free(w->names[i]);
    }
    release(w->folder);
    __atomic_add_fetch(&total_files, files, __ATOMIC_RELAXED);
    __atomic_add_fetch(&total_bytes, bytes, __ATOMIC_RELAXED);
    __atomic_add_fetch(&total_errors, errors, __ATOMIC_RELAXED);
}

static void *run(void *unused) {
    (void) unused;
    char *buffer = must(malloc(bytes_wanted));
    for (;;) {
        pthread_mutex_lock(&lock);
        while (!stack && pending > 0) pthread_cond_wait(&changed, &lock);
        struct work *w = stack;
        if (w) stack = w->next;
        pthread_mutex_unlock(&lock);
        if (!w) break;
        if (w->path) list(w); else read_files(w, buffer);
        free(w->path);
        free(w);
        pthread_mutex_lock(&lock);
        if (--pending == 0) pthread_cond_broadcast(&changed);
        pthread_mutex_unlock(&lock);
    }
    free(buffer);
    return NULL;
}

int main(int argc, char **argv) {
    int threads = argc > 2 ? atoi(argv[2]) : 2;
    if (argc > 3) bytes_wanted = atoi(argv[3]);
    if (argc < 2 || threads < 1 || threads > 1024 || bytes_wanted < 1) {
        fputs("usage: floor ROOT [THREADS [BYTES]]\n", stderr);
        return 2;
    }
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    struct work *root = must(calloc(1, sizeof *root));
    root->path = must(strdup(argv[1]));
    push(root);
    pthread_t *ids = must(calloc(threads, sizeof *ids));
    for (int i = 0; i < threads; i++) {
        int error = pthread_create(&ids[i], NULL, run, NULL);
        if (error) { fprintf(stderr, "floor: %s\n", strerror(error)); return 1; }
    }
    for (int i = 0; i < threads; i++) pthread_join(ids[i], NULL);
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9;
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    double cpu = used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    printf("files %lld  bytes %lld  errors %lld  threads %d  seconds %.3f  us/file %.3f  cpu-us/file %.3f\n", total_files, total_bytes,
           total_errors, threads, seconds, 1e6 * seconds / (total_files ? total_files : 1), 1e6 * cpu / (total_files ? total_files : 1));
    return total_errors ? 1 : 0;
}
