/** Where core is opened and called, and what keeps its key. No page and no feature does either. */
package app.saywell.vault

import android.os.Handler
import android.os.Looper
import android.os.SystemClock
import org.saywell.engine.Saywell
import org.saywell.engine.Unlock
import java.io.File
import java.util.concurrent.Executors

/** The vault in [folder], opened at the first call and kept open as long as the process lives. */
class Vault(private val folder: File, private val secret: Secret) {
    /** The one thread on which core is called: verbs run one after the other, in the order they were asked. */
    private val line = Executors.newSingleThreadExecutor { Thread(it, "core") }
    private val main = Handler(Looper.getMainLooper())

    private var saywell: Saywell? = null

    /** Runs [verb] on the line and hands its answer, or why there is none, to the main thread. */
    fun <T> ask(verb: Saywell.() -> T, answer: (Result<T>) -> Unit) = line.execute {
        val result = runCatching { open().verb() }
        main.post { answer(result) }
    }

    /** Lets go of the file; the next call opens it again. */
    fun close() = line.execute {
        saywell?.run {
            vault().use { it.lock() }
            close()
        }
        saywell = null
    }

    private fun open() = saywell ?: opened().also { saywell = it }

    private fun opened(): Saywell {
        folder.mkdirs()
        val secret = secret.key()
        try {
            return Saywell.open(folder.path, Unlock(secret, null, SystemClock.elapsedRealtime().toULong()))
        } finally {
            secret.fill(0)
        }
    }
}
