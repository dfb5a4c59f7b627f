package app.saywell.vault

import android.content.ContentResolver
import android.net.Uri
import android.provider.DocumentsContract
import android.system.ErrnoException
import android.system.Os
import android.system.OsConstants
import java.io.File
import java.io.FileNotFoundException
import java.io.FileOutputStream
import java.io.InputStream
import java.io.InterruptedIOException
import java.io.OutputStream

/** Why a file that is somebody else's could not be used. [leavesPart]: half of a copy may be left there. */
class DocumentFault(val why: Why, val leavesPart: Boolean = false) : Exception() {
    enum class Why { NO_ROOM, UNREACHABLE, NOT_WHOLE, TOO_BIG }
}

/**
 * A file that the person picked in the system's own pages, in some other app's keeping: on this phone, a card, or far away. It is read and
 * written as a stream, from the front, and never opened by a path: many places refuse that to a second app, and some give a pipe.
 * What the place says of it, such as its name, is not asked. Slow: never on the main thread, nor where core is called.
 */
class Document(private val resolver: ContentResolver, private val uri: Uri) {
    /** Nobody waits for it any more: what runs ends with a fault. */
    @Volatile var stopped = false

    /** Puts all of [copy] there. Whether it could be read back; where not, it may or may not be whole. After a fault it is deleted. */
    fun put(copy: File): Boolean = try {
        reach {
            resolver.openOutputStream(it, "wt").orGone().use { there ->
                copy.inputStream().use { here -> move(here, there) }
                sync(there)
            }
        }
        val whole = isWhole(copy)
        if (whole == false) throw DocumentFault(DocumentFault.Why.NOT_WHOLE)
        whole != null
    } catch (fault: DocumentFault) {
        throw DocumentFault(fault.why, leavesPart = !delete())
    }

    /** Brings all of it [into] a file of ours; it is too big where it has more than [most] bytes. */
    fun fetch(into: File, most: Long) = reach {
        resolver.openInputStream(it).orGone().use { there ->
            if (stopped) throw InterruptedIOException() // by now another page may have a file there
            into.outputStream().use { here -> move(there, here, most) }
        }
    }

    /** Whether it is gone now. */
    fun delete(): Boolean = runCatching { reach { DocumentsContract.deleteDocument(resolver, it) } }.getOrDefault(false)

    private fun isWhole(copy: File): Boolean? = runCatching {
        reach { resolver.openInputStream(it).orGone().use { there -> copy.inputStream().use { here -> same(here.buffered(), there.buffered()) } } }
    }.getOrNull()

    private fun same(one: InputStream, other: InputStream): Boolean {
        while (true) {
            val byte = one.read()
            if (byte != other.read()) return false
            if (byte < 0) return true
        }
    }

    private fun move(from: InputStream, to: OutputStream, most: Long = Long.MAX_VALUE) {
        val part = ByteArray(64 * 1024)
        var left = most
        while (true) {
            val bytes = from.read(part)
            if (bytes < 0) return
            if (stopped) throw InterruptedIOException()
            left -= bytes
            if (left < 0) throw DocumentFault(DocumentFault.Why.TOO_BIG)
            to.write(part, 0, bytes)
        }
    }

    /** On its disk, where it has one: a pipe has not. */
    private fun sync(stream: OutputStream) {
        val file = (stream as? FileOutputStream)?.fd ?: return
        try {
            Os.fsync(file)
        } catch (fault: ErrnoException) {
            if (fault.errno != OsConstants.EINVAL) throw fault
        }
    }

    /** The place is another app: it throws whatever it likes. Only what is asked of such an app, no path, is used. */
    @Suppress("TooGenericExceptionCaught")
    private fun <T> reach(work: (Uri) -> T): T = try {
        if (uri.scheme != ContentResolver.SCHEME_CONTENT) throw FileNotFoundException()
        work(uri)
    } catch (fault: DocumentFault) {
        throw fault
    } catch (fault: Exception) {
        throw DocumentFault(if (fault.isFull) DocumentFault.Why.NO_ROOM else DocumentFault.Why.UNREACHABLE)
    }

    private fun <T> T?.orGone(): T = this ?: throw FileNotFoundException()

    /** ENOSPC, which reaches us in the words of the system only; they are never translated. */
    private val Exception.isFull get() = "No space left" in "$message"
}
