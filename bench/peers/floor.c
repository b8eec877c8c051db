// The floor: what any program pays that looks into every file of an archive. Lists each folder below ROOT, opens each file relative
// to it, reads N bytes at offset 0 and closes it; T threads share the folders, huge folders are split.
//
//   cc -O2 -pthread -o floor floor.c && ./floor ROOT [THREADS [BYTES]]
//
// Prints files, bytes, errors, threads, seconds, microseconds and processor microseconds a file, on one line of names and numbers.
// System calls: three a file; open, getdents64 twice or more, close a folder. Nothing is allocated for a file, and a batch of names
// is small, so that a set of a few thousand files keeps many threads busy.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { NAMES = 2048, LISTING = 1 << 16 };

// A folder to list, or names in one that is open; a stack of them is the work to do.
struct work {
    struct work *next;
    char *path;            // of a folder that is not listed yet
    struct folder *folder; // that is open
    size_t used;           // of the names
    char names[];          // NAMES bytes: each ends with a zero
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

// Adds a chain of so much work: one lock and one waking for all of it.
static void push(struct work *first, struct work *last, int count) {
    pthread_mutex_lock(&lock);
    last->next = stack;
    stack = first;
    pending += count;
    if (count > 1) pthread_cond_broadcast(&changed); else pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
}

static struct work *new_folder(const char *parent, const char *name) {
    struct work *w = must(calloc(1, sizeof *w));
    if (asprintf(&w->path, "%s/%s", parent, name) < 0) must(NULL);
    return w;
}

static struct work *new_names(struct folder *f) {
    struct work *w = must(malloc(sizeof *w + NAMES));
    __atomic_add_fetch(&f->users, 1, __ATOMIC_RELAXED);
    w->path = NULL;
    w->folder = f;
    w->used = 0;
    return w;
}

static void release(struct folder *f) {
    if (__atomic_sub_fetch(&f->users, 1, __ATOMIC_ACQ_REL) == 0) {
        close(f->fd);
        free(f);
    }
}

static void count_error(void) {
    __atomic_add_fetch(&total_errors, 1, __ATOMIC_RELAXED);
}

// The type of an entry whose file system does not tell it in the listing.
static int type_of(int fd, const char *name) {
    struct stat s;
    return fstatat(fd, name, &s, AT_SYMLINK_NOFOLLOW) ? DT_UNKNOWN : IFTODT(s.st_mode);
}

static void read_files(struct work *w, char *buffer) {
    long long files = 0, bytes = 0, errors = 0;
    for (size_t at = 0; at < w->used; at += strlen(w->names + at) + 1) {
        int fd = openat(w->folder->fd, w->names + at, O_RDONLY | O_CLOEXEC);
        ssize_t n = fd < 0 ? -1 : pread(fd, buffer, bytes_wanted, 0);
        if (fd >= 0) close(fd);
        files++;
        if (n < 0) errors++; else bytes += n;
    }
    release(w->folder);
    free(w);
    __atomic_add_fetch(&total_files, files, __ATOMIC_RELAXED);
    __atomic_add_fetch(&total_bytes, bytes, __ATOMIC_RELAXED);
    __atomic_add_fetch(&total_errors, errors, __ATOMIC_RELAXED);
}

// What one part of a listing gives is handed to all threads at once. The last batch of names, which is the only one of most folders, is for this thread.
static void list(struct work *w, char *listing, char *buffer) {
    int fd = open(w->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) { count_error(); return; }
    struct folder *f = must(malloc(sizeof *f));
    f->fd = fd;
    f->users = 1;
    struct work *names = NULL;
    ssize_t n;
    while ((n = getdents64(fd, listing, LISTING)) > 0) {
        struct work *first = NULL, *last = NULL;
        int count = 0;
        for (ssize_t at = 0; at < n;) {
            struct dirent64 *e = (struct dirent64 *) (listing + at);
            at += e->d_reclen;
            if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
            int type = e->d_type == DT_UNKNOWN ? type_of(fd, e->d_name) : e->d_type;
            struct work *ready = NULL;
            if (type == DT_DIR) {
                ready = new_folder(w->path, e->d_name);
            } else if (type == DT_REG) {
                size_t size = strlen(e->d_name) + 1;
                if (names && names->used + size > NAMES) { ready = names; names = NULL; }
                if (!names) names = new_names(f);
                memcpy(names->names + names->used, e->d_name, size);
                names->used += size;
            }
            if (ready) {
                ready->next = first;
                first = ready;
                if (!last) last = ready;
                count++;
            }
        }
        if (first) push(first, last, count);
    }
    if (n < 0) count_error();
    if (names) read_files(names, buffer);
    release(f);
}

static void *run(void *unused) {
    (void) unused;
    char *buffer = must(malloc(bytes_wanted));
    char *listing = must(malloc(LISTING));
    for (;;) {
        pthread_mutex_lock(&lock);
        while (!stack && pending > 0) pthread_cond_wait(&changed, &lock);
        struct work *w = stack;
        if (w) stack = w->next;
        pthread_mutex_unlock(&lock);
        if (!w) break;
        if (w->path) {
            list(w, listing, buffer);
            free(w->path);
            free(w);
        } else {
            read_files(w, buffer);
        }
        pthread_mutex_lock(&lock);
        if (--pending == 0) pthread_cond_broadcast(&changed);
        pthread_mutex_unlock(&lock);
    }
    free(buffer);
    free(listing);
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
    push(root, root, 1);
    pthread_t *ids = must(calloc(threads, sizeof *ids));
    for (int i = 0; i < threads; i++) {
        int error = pthread_create(&ids[i], NULL, run, NULL);
        if (error) { fprintf(stderr, "floor: %s\n", strerror(error)); return 1; }
    }
    for (int i = 0; i < threads; i++) pthread_join(ids[i], NULL);
    free(ids);
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9;
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    double cpu = used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    printf("files %lld  bytes %lld  errors %lld  threads %d  seconds %.3f  us/file %.3f  cpu-us/file %.3f\n", total_files, total_bytes,
           total_errors, threads, seconds, 1e6 * seconds / (total_files ? total_files : 1), 1e6 * cpu / (total_files ? total_files : 1));
    return total_errors ? 1 : 0;
}
