// Storage that is slow to answer and answers many at once, as a network file system does: a read-only FUSE file system that shows
// SOURCE at MOUNTPOINT and sleeps so many microseconds in every open of a file or folder and in every read. Nothing is cached by the
// kernel, so that each scan pays again: names and attributes are not kept, and reads go past the page cache (direct_io).
//
//   cc -O2 -I/usr/include/fuse3 -o slowfs slowfs.c -lfuse3 && ./slowfs SOURCE MOUNTPOINT MICROSECONDS
//
// Stays in the foreground until it is unmounted or terminated. As many requests sleep at once as it has threads: 1,000.
#define _GNU_SOURCE
#define FUSE_USE_VERSION 312
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fuse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int source; // the folder shown
static struct timespec latency;

static void wait_for_answer(void) {
    clock_nanosleep(CLOCK_MONOTONIC, 0, &latency, NULL);
}

// FUSE's paths start with a slash; here they are relative to the source.
static const char *relative(const char *path) {
    return path[1] ? path + 1 : ".";
}

static void *slow_init(struct fuse_conn_info *connection, struct fuse_config *config) {
    (void) connection;
    config->entry_timeout = 0;
    config->attr_timeout = 0;
    config->negative_timeout = 0;
    config->nullpath_ok = 1; // reads and listings go by their handle
    return NULL;
}

static int slow_getattr(const char *path, struct stat *s, struct fuse_file_info *file) {
    if (file && !path) return fstat(file->fh, s) ? -errno : 0;
    return fstatat(source, relative(path), s, AT_SYMLINK_NOFOLLOW) ? -errno : 0;
}

static int slow_readlink(const char *path, char *buffer, size_t size) {
    ssize_t n = readlinkat(source, relative(path), buffer, size - 1);
    if (n < 0) return -errno;
    buffer[n] = 0;
    return 0;
}

static int slow_open(const char *path, struct fuse_file_info *file) {
    if ((file->flags & O_ACCMODE) != O_RDONLY) return -EROFS;
    wait_for_answer();
    int fd = openat(source, relative(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) return -errno;
    file->fh = fd;
    file->direct_io = 1;
    return 0;
}

static int slow_read(const char *path, char *buffer, size_t size, off_t offset, struct fuse_file_info *file) {
    (void) path;
    wait_for_answer();
    ssize_t n = pread(file->fh, buffer, size, offset);
    return n < 0 ? -errno : (int) n;
}

static int slow_release(const char *path, struct fuse_file_info *file) {
    (void) path;
    close(file->fh);
    return 0;
}

static int slow_opendir(const char *path, struct fuse_file_info *file) {
    wait_for_answer();
    int fd = openat(source, relative(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (!dir) {
        int error = errno;
        if (fd >= 0) close(fd);
        return -error;
    }
    file->fh = (uintptr_t) dir;
    return 0;
}

static int slow_readdir(const char *path, void *buffer, fuse_fill_dir_t fill, off_t offset, struct fuse_file_info *file,
                        enum fuse_readdir_flags flags) {
    (void) path, (void) offset, (void) flags;
    DIR *dir = (DIR *) (uintptr_t) file->fh;
    rewinddir(dir); // all of it at once: offset 0 tells libfuse to keep it
    for (struct dirent *e; (e = readdir(dir));) {
        struct stat s = {.st_ino = e->d_ino, .st_mode = DTTOIF(e->d_type)};
        if (fill(buffer, e->d_name, &s, 0, 0)) return -ENOMEM;
    }
    return 0;
}

static int slow_releasedir(const char *path, struct fuse_file_info *file) {
    (void) path;
    closedir((DIR *) (uintptr_t) file->fh);
    return 0;
}

static const struct fuse_operations operations = {
    .init = slow_init,
    .getattr = slow_getattr,
    .readlink = slow_readlink,
    .open = slow_open,
    .read = slow_read,
    .release = slow_release,
    .opendir = slow_opendir,
    .readdir = slow_readdir,
    .releasedir = slow_releasedir,
};

int main(int argc, char **argv) {
    char *end;
    long microseconds = argc == 4 ? strtol(argv[3], &end, 10) : -1;
    if (microseconds < 0 || microseconds > 10000000 || *end) {
        fputs("usage: slowfs SOURCE MOUNTPOINT MICROSECONDS\n", stderr);
        return 2;
    }
    latency.tv_sec = microseconds / 1000000;
    latency.tv_nsec = microseconds % 1000000 * 1000;
    source = open(argv[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (source < 0) {
        perror(argv[1]);
        return 1;
    }
    char *arguments[] = {argv[0], "-f", "-o", "ro,max_threads=1000,max_idle_threads=1000,fsname=slowfs", argv[2], NULL};
    return fuse_main(5, arguments, &operations, NULL);
}
