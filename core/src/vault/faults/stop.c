/* Loaded into a process (LD_PRELOAD): counts what it does to files, and kills it at the SAYWELL_KILL_AT-th time; or lets
 * files grow by SAYWELL_ROOM bytes only, as on a disk that is nearly full. Standard output does not count. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long kill_at = -1, room = -1, done = 0;

__attribute__((constructor)) static void begin(void) {
    const char *at = getenv("SAYWELL_KILL_AT"), *most = getenv("SAYWELL_ROOM");
    if (at) kill_at = atol(at);
    if (most) room = atol(most);
}

/* How often something was done, for whoever wants to know how many times there are. */
__attribute__((destructor)) static void end(void) {
    const char *to = getenv("SAYWELL_COUNT_TO");
    FILE *file = to ? fopen(to, "w") : 0;
    if (file) { fprintf(file, "%ld", done); fclose(file); }
}

static void step(void) {
    if (++done == kill_at) kill(getpid(), SIGKILL);
}

static int fits(int fd, off_t end) {
    struct stat known;
    if (room < 0 || fstat(fd, &known) || !S_ISREG(known.st_mode) || end <= known.st_size) return 1;
    if (end - known.st_size > room) { errno = ENOSPC; return 0; }
    room -= end - known.st_size;
    return 1;
}

static void freed(const char *path) {
    struct stat known;
    if (room >= 0 && !lstat(path, &known)) room += known.st_size;
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *from, size_t bytes) {
    REAL(ssize_t, write, int, const void *, size_t);
    if (fd > 2) { step(); if (!fits(fd, lseek(fd, 0, SEEK_CUR) + bytes)) return -1; }
    return real(fd, from, bytes);
}
ssize_t pwrite(int fd, const void *from, size_t bytes, off_t at) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
    step();
    return fits(fd, at + bytes) ? real(fd, from, bytes, at) : -1;
}
ssize_t pwrite64(int fd, const void *from, size_t bytes, off_t at) { return pwrite(fd, from, bytes, at); }
int ftruncate(int fd, off_t to) {
    REAL(int, ftruncate, int, off_t);
    struct stat known;
    step();
    /* A file that is only said to be longer takes no space. */
    if (room >= 0 && !fstat(fd, &known) && to < known.st_size) room += known.st_size - to;
    return real(fd, to);
}
int ftruncate64(int fd, off_t to) { return ftruncate(fd, to); }
int fsync(int fd) { REAL(int, fsync, int); step(); return real(fd); }
int fdatasync(int fd) { REAL(int, fdatasync, int); step(); return real(fd); }
int unlink(const char *path) { REAL(int, unlink, const char *); step(); freed(path); return real(path); }
int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    step(); freed(to);
    return real(from, to);
}
static int opened(const char *path, int flags) {
    if (flags & (O_CREAT | O_TRUNC)) step();
    if (flags & O_TRUNC) freed(path);
    return flags;
}
int open(const char *path, int flags, ...) {
    REAL(int, open, const char *, int, ...);
    va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more);
    return real(path, opened(path, flags), mode);
}
int open64(const char *path, int flags, ...) {
    REAL(int, open64, const char *, int, ...);
    va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more);
    return real(path, opened(path, flags), mode);
}
/* Copies go through write, so that they are counted. */
ssize_t copy_file_range(int in, off_t *from, int out, off_t *to, size_t bytes, unsigned flags) {
    (void)in; (void)from; (void)out; (void)to; (void)bytes; (void)flags;
    errno = ENOSYS; return -1;
}
ssize_t sendfile64(int out, int in, off_t *from, size_t bytes) {
    (void)in; (void)from; (void)out; (void)bytes;
    errno = ENOSYS; return -1;
}
