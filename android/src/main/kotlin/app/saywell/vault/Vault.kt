/** Where core is opened and called, what keeps its key, and the pages in front of it. No other feature opens or calls core. */
package app.saywell.vault

import android.os.Handler
import android.os.Looper
import android.os.SystemClock
import org.saywell.engine.Lock
import org.saywell.engine.Repaired
import org.saywell.engine.Saywell
import org.saywell.engine.SaywellException
import org.saywell.engine.Unlock
import org.saywell.engine.lookAtVault
import org.saywell.engine.repairVault
import org.saywell.engine.wipeVault
import java.io.File
import java.time.Duration
import java.time.Instant
import java.time.OffsetDateTime
import java.util.concurrent.Executors

/** The vault in [folder]: opened at the first call if it asks for no PIN, and kept open until it is locked. [languages] are those that the person reads. */
class Vault(private val folder: File, private val secret: Secret, private val languages: () -> List<String>) {
    /** The one thread on which core is called: verbs run one after the other, in the order they were asked. */
    private val line = Executors.newSingleThreadExecutor { Thread(it, "core") }
    private val main = Handler(Looper.getMainLooper())

    /** Touched on the line only. */
    private var saywell: Saywell? = null

    /** Read and changed on the main thread only, as [hasPin]. */
    var door: Door = Door.Unseen
        private set

    /** What is open now asks for a PIN the next time. */
    var hasPin = false
        private set

    /**
     * Tells what was opened last from the space of anybody else; of whoever goes on without what is kept it is [NOBODY]. Written on the
     * line, before the answer that it is open.
     */
    @Volatile
    var space = NOBODY
        private set

    /** A PIN is being looked at. */
    var isTrying = false
        private set

    /** How often it was closed: what was asked before that says nothing about the door of now. */
    private var closings = 0

    /** Runs [verb] on the line and hands its answer, or why there is none, to the main thread. */
    fun <T> ask(verb: Saywell.() -> T, answer: (Result<T>) -> Unit) {
        val stuck = door as? Door.Stuck
        val asked = closings
        line.execute {
            val opened = runCatching { if (stuck != null) throw stuck.why else saywell ?: enter(null) }
            val result = opened.mapCatching { it.verb() }
            main.post {
                // Where a PIN is asked for, or nothing can be read, only the person gets on.
                if (asked == closings && stuck == null && (door is Door.Unseen || door is Door.Open)) stand(opened, tried = false)
                answer(result)
            }
        }
    }

    /** One try with this PIN, which is filled with zeros. [then] finds the answer in [door]. */
    fun unlock(pin: ByteArray, then: () -> Unit) {
        val asked = closings
        isTrying = true
        line.execute {
            val opened = runCatching { enter(pin) }
            pin.fill(0)
            main.post {
                isTrying = false
                if (asked == closings) stand(opened, tried = true)
                then()
            }
        }
    }

    /** As [ask], for what asks for the PIN once more, or sets one. */
    fun <T> prove(pin: ByteArray?, verb: Saywell.(Unlock) -> T, answer: (Result<T>) -> Unit) = line.execute {
        val result = runCatching { (saywell ?: enter(null)).run { unlock(pin) { verb(it) } } }
        pin?.fill(0)
        val asks = runCatching { look() is Lock.Pin }
        main.post {
            asks.onSuccess { hasPin = it }
            answer(result)
        }
    }

    /** Closes the file and forgets the key. What was asked before is done before, and a PIN that is being looked at opens nothing. */
    fun lock() = close(if (door is Door.Asks) door else Door.Unseen)

    /** Opening it, or a check of it, has shown that it cannot be read. */
    fun stick(why: Throwable) = close(Door.Stuck(why))

    /** What is open speaks the language of now, from the next answer on. */
    fun speak() = line.execute { runCatching { saywell?.language()?.use { it.speak(languages()) } } }

    /** On to the lessons: nothing is kept from now on. */
    fun goWithout(then: () -> Unit) = line.execute {
        saywell = Saywell.withoutVault(languages())
        space = NOBODY
        main.post {
            door = Door.Without
            then()
        }
    }

    /**
     * Where a locked copy or a course lies on its way out or in: core needs a file of the app's own. Gone once its page is left; what the
     * death of the process leaves goes at the next opening, and with a wipe.
     */
    val transit = File(folder, TRANSIT)

    /** What a repair needs, from when it was typed until the page of the repair is left. */
    private var held: ByteArray? = null

    fun hold(pin: ByteArray?) {
        held?.fill(0)
        held = pin
    }

    /** Repairs what could not be read, and opens it; with [elseEmpty] it begins anew where nothing can be recovered. */
    fun repair(now: OffsetDateTime, elseEmpty: Boolean, answer: (Result<Repaired>) -> Unit) {
        val pin = held?.copyOf()
        val asked = closings
        line.execute {
            val result = runCatching { unlock(pin) { repairVault(folder.path, it, now, elseEmpty) } }
            val opened = result.mapCatching { enter(pin) }
            pin?.fill(0)
            main.post {
                if (result.isSuccess && asked == closings) stand(opened, tried = pin != null)
                answer(result)
            }
        }
    }

    /**
     * Erases [all] spaces, or the one that is open; where it is not open any more, nothing. Afterwards there is a door again, or a new vault
     * behind it.
     */
    fun wipe(all: Boolean, answer: (Result<Unit>) -> Unit) = line.execute {
        val result = runCatching { if (all) wipeVault(folder.path, OURS) else saywell?.vault()?.use { it.wipe(OURS) } ?: Unit }
        aside.deleteRecursively()
        saywell = null
        main.post {
            door = Door.Unseen
            hasPin = false
            answer(result)
        }
    }

    /**
     * A new vault, where the key of the old one is lost. What nobody can read any more lies aside for seven days: if the phone should
     * find its key again, somebody may know what to do.
     */
    fun beginAnew(now: Instant, then: () -> Unit) = line.execute {
        aside.deleteRecursively()
        // What could be neither moved nor erased still stands in the way, and its page says so again.
        runCatching { if (folder.renameTo(aside)) aside.setLastModified(now.toEpochMilli()) else wipeVault(folder.path, OURS) }
        main.post {
            door = Door.Unseen
            hasPin = false
            then()
        }
    }

    /** What has lain aside long enough goes. */
    fun tidy(now: Instant) = line.execute {
        if (aside.lastModified() < now.minus(SEVEN_DAYS).toEpochMilli()) aside.deleteRecursively()
    }

    private fun close(stand: Door) {
        closings++
        door = stand
        line.execute(::shut)
    }

    private fun stand(opened: Result<Saywell>, tried: Boolean) {
        if (door is Door.Without) return
        door = opened.fold({ Door.Open }, { Door.of(it, SystemClock.elapsedRealtime(), tried) })
        if (tried || door is Door.Asks) hasPin = true
    }

    // On the line.

    private fun shut() {
        runCatching { saywell?.use { open -> open.vault().use { it.lock() } } }
        saywell = null
    }

    private fun enter(pin: ByteArray?): Saywell {
        shut()
        folder.mkdirs()
        when (val lock = look()) {
            is Lock.New -> secret.make().fill(0)
            is Lock.Wiping -> {
                wipeVault(folder.path, OURS)
                secret.make().fill(0)
            }
            is Lock.Pin -> if (pin == null) throw SaywellException.WrongPin(lock.waitSeconds)
            is Lock.Open -> Unit
        }
        transit.delete()
        return unlock(pin) { Saywell.open(folder.path, it, languages()) }.also { opened ->
            space = opened.vault().use { it.spaceMark() } ?: NOBODY
            saywell = opened
        }
    }

    private fun look(): Lock {
        val key = secret.read()
        try {
            return lookAtVault(folder.path, key, uptime())
        } finally {
            key?.fill(0)
        }
    }

    private fun <T> unlock(pin: ByteArray?, call: (Unlock) -> T): T {
        val key = secret.read() ?: throw SaywellException.KeyLost()
        try {
            return call(Unlock(key, pin, uptime()))
        } finally {
            key.fill(0)
        }
    }

    private fun uptime() = SystemClock.elapsedRealtime().toULong()

    private val aside = File(folder.parentFile, "aside")

    companion object {
        /** No space has this mark. */
        const val NOBODY = 0UL

        /** The file of the platform's secret, in the folder of the vault, so that a wipe takes it first. */
        const val SECRET = "secret"
        private const val TRANSIT = "transit"
        private val OURS = listOf(SECRET, TRANSIT)
        private val SEVEN_DAYS: Duration = Duration.ofDays(7)
    }
}
