package app.saywell.settings

import android.os.SystemClock
import app.saywell.R
import app.saywell.ui.TopBar
import app.saywell.vault.PinScreen
import org.saywell.engine.SaywellException

/** The PIN of now, where there is one; the new one, twice; then core is asked. A page built anew begins at the first of them. */
class PinPadScreen(private val task: PinTask) : PinScreen(R.layout.settings_pad) {
    private enum class Step { NOW, NEW, AGAIN }

    private var step = Step.NOW
    private var now: ByteArray? = null
    private var new: ByteArray? = null

    override fun open() {
        super.open()
        find<TopBar>(R.id.top).title = text(task.title)
        begin()
    }

    private fun begin() {
        forget()
        step(if (app.vault.hasPin) Step.NOW else Step.NEW)
    }

    private fun step(next: Step, wrong: String = "", words: String = "") {
        step = next
        pad.waiting = false
        ask(title(next), wrong, words)
    }

    private fun title(step: Step) = when (step) {
        Step.NOW -> R.string.pin_now
        Step.NEW -> if (task == PinTask.SPACE) R.string.pin_theirs else R.string.pin_new
        Step.AGAIN -> R.string.pin_again
    }

    override fun enter(pin: ByteArray) = when (step) {
        Step.NOW -> {
            now = pin
            if (task.takesNew) step(Step.NEW) else send()
        }
        Step.NEW -> {
            new?.fill(0)
            new = pin
            step(Step.AGAIN)
        }
        Step.AGAIN -> {
            val same = pin.contentEquals(new)
            pin.fill(0)
            if (same) send() else step(Step.NEW, text(R.string.pin_not_same))
        }
    }

    private fun send() {
        pad.waiting = true
        val pin = new?.copyOf()
        app.vault.prove(now?.copyOf(), { unlock -> task.run(this, unlock, pin) }) { result ->
            pin?.fill(0)
            if (!isLeft) result.onSuccess { activity.replace(PinEndRoute(task, true)) }.onFailure(::notDone)
        }
    }

    private fun notDone(why: Throwable) {
        when {
            why is SaywellException.WrongPin -> {
                begin()
                askAgain(title(step), SystemClock.elapsedRealtime() + why.waitSeconds.toLong() * 1000, tried = true)
            }
            why is SaywellException.Invalid && why.field == "pin" && task.takesNew -> step(Step.NEW, text(R.string.pin_another))
            why is SaywellException.Invalid -> activity.replace(PinEndRoute(task, false))
            else -> refused(why, ::begin)
        }
    }

    private fun forget() {
        now?.fill(0)
        new?.fill(0)
        now = null
        new = null
    }

    override fun close() {
        forget()
        super.close()
    }
}
