/** Where core is opened and called, and what keeps its key. No page and no feature does either. */
package app.saywell.vault

import android.os.Handler
import android.os.Looper
import org.saywell.engine.Saywell
import java.io.File
import java.util.concurrent.Executors

/** The encrypted file, opened at the first call and kept open as long as the process lives. */
class Vault(private val file: File, private val secret: Secret) {
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
        saywell?.close()
        saywell = null
    }

    private fun open() = saywell ?: Saywell.open(file.path, secret.key()).also { saywell = it }
}
