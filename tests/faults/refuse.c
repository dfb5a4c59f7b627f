/* Put before the C library of a child (LD_PRELOAD): refuses one change of a file, or all from one on, as a failing or a full
 * disk does.
 *
 *   REFUSE_FOLDER=path   only files in this folder
 *   REFUSE_CALL=c        what is counted and refused: s syncs, w writes, t cuts and lengthenings
 *   REFUSE_AT=n          the n-th, from 1
 *   REFUSE_ERRNO=n       with this error; with ENOSPC half of a write is done first
 *   REFUSE_WHILE=path    as long as this file is there all later ones are refused too; unset: the one only
 *   REFUSE_TELL=path     this file is made when something is refused
 */
#include "files.h"

static const char *folder, *lasts, *tell;
static char call;
static long at, error, calls;

static long number(const char *name) {
    const char *set = getenv(name);
    return set ? atol(set) : 0;
}

__attribute__((constructor)) static void begin(void) {
    const char *kind = getenv("REFUSE_CALL");
    folder = getenv("REFUSE_FOLDER");
    lasts = getenv("REFUSE_WHILE");
    tell = getenv("REFUSE_TELL");
    call = kind ? *kind : 0;
    at = number("REFUSE_AT");
    error = number("REFUSE_ERRNO");
}

static int refused(int fd, char kind) {
    if (kind != call || !is_ours(fd)) return 0;
    long now = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
    if (now < at || (now > at && !(lasts && !access(lasts, F_OK)))) return 0;
    int told = (int)syscall(SYS_openat, AT_FDCWD, tell, O_WRONLY | O_CREAT, 0600);
    if (told >= 0) syscall(SYS_close, told);
    errno = (int)error;
    return 1;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t place) {
    if (refused(fd, 'w')) {
        if (error == ENOSPC) syscall(SYS_pwrite64, fd, bytes, count / 2, place);
        errno = (int)error;
        return -1;
    }
    return syscall(SYS_pwrite64, fd, bytes, count, place);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t place) { return pwrite64(fd, bytes, count, place); }

ssize_t write(int fd, const void *bytes, size_t count) {
    return refused(fd, 'w') ? -1 : syscall(SYS_write, fd, bytes, count);
}

int fsync(int fd) { return refused(fd, 's') ? -1 : (int)syscall(SYS_fsync, fd); }
int fdatasync(int fd) { return refused(fd, 's') ? -1 : (int)syscall(SYS_fdatasync, fd); }
int ftruncate64(int fd, off64_t size) { return refused(fd, 't') ? -1 : (int)syscall(SYS_ftruncate, fd, size); }
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int opened(const char *path, int flags, mode_t mode) {
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (fd >= 0 && fd < MOST) ours[fd] = folder && !strncmp(path, folder, strlen(folder));
    return fd;
}
