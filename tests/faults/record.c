/* Put before the C library of a child (LD_PRELOAD): writes down all that it does to the files of one folder, and what it
 * acknowledges on standard output, so that a power cut at any moment can be played afterwards.
 *
 *   RECORD_FOLDER=path   the folder; files elsewhere are none of ours
 *   RECORD_TO=path       the record
 *   RECORD_NO_SYNC=1     does not write down what is synced: a disk that lies, or an engine that does not wait for it
 *
 * One entry: kind (1 byte), descriptor (2), place (8), length (4), then so many bytes; all in this machine's order. The
 * kinds: o opens (the bytes are a name in the folder, empty for the folder itself; place: 1 created, 2 emptied, 3 both),
 * w writes, t cuts or lengthens to place, s syncs, u unlinks, r renames (both names, each ended by a zero), a acknowledges.
 */
#include "files.h"
#include <pthread.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/uio.h>

static int record = -1, no_sync;
static const char *folder;
static size_t folder_length;
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
    const char *to = getenv("RECORD_TO");
    folder = getenv("RECORD_FOLDER");
    no_sync = getenv("RECORD_NO_SYNC") != NULL;
    if (!to || !folder) return;
    folder_length = strlen(folder);
    record = (int)syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
}

static void note(char kind, int fd, uint64_t place, const void *bytes, uint32_t length) {
    unsigned char head[15];
    uint16_t short_fd = (uint16_t)fd;
    head[0] = (unsigned char)kind;
    memcpy(head + 1, &short_fd, 2);
    memcpy(head + 3, &place, 8);
    memcpy(head + 11, &length, 4);
    struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
    /* A record with a hole would accuse the engine of what it did not do. */
    if (syscall(SYS_writev, record, parts, 2) != (long)(sizeof head + length)) abort();
}

/* The name in the folder, "" for the folder itself; none for what lies elsewhere. */
static const char *name_of(const char *path) {
    if (record < 0 || strncmp(path, folder, folder_length)) return NULL;
    path += folder_length;
    if (*path == '/') path++;
    return strchr(path, '/') ? NULL : path;
}

/* What is done and what is written down must be in one order, also among threads. */
#define DONE(call, when, ...)                       \
    do {                                            \
        pthread_mutex_lock(&one);                   \
        long done = (call);                         \
        int fault = errno;                          \
        if (when) note(__VA_ARGS__);                \
        pthread_mutex_unlock(&one);                 \
        errno = fault;                              \
        return done;                                \
    } while (0)

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t place) {
    DONE(syscall(SYS_pwrite64, fd, bytes, count, place), done > 0 && is_ours(fd), 'w', fd, (uint64_t)place, bytes, (uint32_t)done);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t place) { return pwrite64(fd, bytes, count, place); }

ssize_t write(int fd, const void *bytes, size_t count) {
    off_t place = is_ours(fd) ? lseek(fd, 0, SEEK_CUR) : 0;
    DONE(syscall(SYS_write, fd, bytes, count), done > 0 && (is_ours(fd) || (fd == 1 && record >= 0)), fd == 1 ? 'a' : 'w', fd,
         (uint64_t)place, bytes, (uint32_t)done);
}

int ftruncate64(int fd, off64_t size) {
    DONE((int)syscall(SYS_ftruncate, fd, size), done == 0 && is_ours(fd), 't', fd, (uint64_t)size, NULL, 0);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

/* Nothing here is meant to be on a disk: what counts is what was asked for. */
int fsync(int fd) { DONE(0, is_ours(fd) && !no_sync, 's', fd, 0, NULL, 0); }
int fdatasync(int fd) { return fsync(fd); }

int unlink(const char *path) {
    const char *name = name_of(path);
    DONE((int)syscall(SYS_unlinkat, AT_FDCWD, path, 0), done == 0 && name, 'u', 0, 0, name, (uint32_t)strlen(name));
}

int rename(const char *from, const char *to) {
    const char *old = name_of(from), *new = name_of(to);
    char both[512];
    size_t length = 0;
    if (old && new && strlen(old) + strlen(new) + 2 <= sizeof both) {
        length = strlen(old) + 1;
        memcpy(both, old, length);
        memcpy(both + length, new, strlen(new) + 1);
        length += strlen(new) + 1;
    }
    DONE((int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0), done == 0 && length, 'r', 0, 0, both, (uint32_t)length);
}

static int opened(const char *path, int flags, mode_t mode) {
    const char *name = name_of(path);
    struct stat known;
    int is_new = name && stat(path, &known);
    DONE(
        ({
            int fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
            if (fd >= 0 && fd < MOST) ours[fd] = name != NULL;
            fd;
        }),
        done >= 0 && name, 'o', (int)done, (uint64_t)(is_new | (flags & O_TRUNC ? 2 : 0)), name, (uint32_t)strlen(name));
}
