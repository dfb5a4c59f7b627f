/* Put before the C library of a child (LD_PRELOAD): stops the process for good at its n-th change of a file, and looks at
 * every byte that it writes to one.
 *
 *   STOP_AT=n       SIGKILL in place of the n-th change; 0 or unset: never
 *   STOP_TORN=1     where that change is a write, half of it is done first
 *   STOP_CANARY=s   a write with these bytes in it ends the process with code 77
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static long changes, at;
static int torn;
static const char *canary;

__attribute__((constructor)) static void begin(void) {
    const char *set = getenv("STOP_AT");
    at = set ? atol(set) : 0;
    torn = getenv("STOP_TORN") != NULL;
    canary = getenv("STOP_CANARY");
}

static int now(void) {
    long change = __atomic_add_fetch(&changes, 1, __ATOMIC_SEQ_CST);
    return at > 0 && change == at;
}

static void stop(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

static int is_file(int fd) {
    struct stat file;
    return fstat(fd, &file) == 0 && S_ISREG(file.st_mode);
}

static void look(const void *bytes, size_t count) {
    if (canary && memmem(bytes, count, canary, strlen(canary))) _exit(77);
}

ssize_t write(int fd, const void *bytes, size_t count) {
    if (is_file(fd)) {
        look(bytes, count);
        if (now()) {
            if (torn) syscall(SYS_write, fd, bytes, count / 2);
            stop();
        }
    }
    return syscall(SYS_write, fd, bytes, count);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t place) {
    look(bytes, count);
    if (now()) {
        if (torn) syscall(SYS_pwrite64, fd, bytes, count / 2, place);
        stop();
    }
    return syscall(SYS_pwrite64, fd, bytes, count, place);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t place) { return pwrite64(fd, bytes, count, place); }

#define BEFORE(call) \
    do { \
        if (now()) stop(); \
        return (int)(call); \
    } while (0)

int fsync(int fd) { BEFORE(syscall(SYS_fsync, fd)); }
int fdatasync(int fd) { BEFORE(syscall(SYS_fdatasync, fd)); }
int ftruncate64(int fd, off64_t size) { BEFORE(syscall(SYS_ftruncate, fd, size)); }
int ftruncate(int fd, off_t size) { BEFORE(syscall(SYS_ftruncate, fd, size)); }
int rename(const char *from, const char *to) { BEFORE(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0)); }
int unlink(const char *name) { BEFORE(syscall(SYS_unlinkat, AT_FDCWD, name, 0)); }

static int opened(const char *name, int flags, mode_t mode) {
    if ((flags & (O_CREAT | O_TRUNC)) && now()) stop();
    return (int)syscall(SYS_openat, AT_FDCWD, name, flags, mode);
}

int open64(const char *name, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opened(name, flags, mode);
}

int open(const char *name, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opened(name, flags, mode);
}
