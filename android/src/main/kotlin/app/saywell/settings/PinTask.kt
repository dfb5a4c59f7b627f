package app.saywell.settings

import android.os.SystemClock
import app.saywell.R
import org.saywell.engine.Saywell
import org.saywell.engine.Unlock
import org.saywell.engine.rehearsePin

/**
 * What can be done about the PIN: its name, what to know before, what to press then, and what is said once it is done. [takesNew]: it needs a PIN that was
 * not there before.
 */
enum class PinTask(val title: Int, val before: Int, val act: Int, val done: Int, val after: Int, val takesNew: Boolean) {
    SET(R.string.pin_set, R.string.pin_set_before, R.string.pin_choose, R.string.pin_is_set, R.string.pin_is_set_more, true),
    CHANGE(R.string.pin_change, R.string.pin_set_before, R.string.pin_choose, R.string.pin_is_changed, R.string.pin_is_set_more, true),
    REMOVE(R.string.pin_remove, R.string.pin_remove_before, R.string.remove_it, R.string.pin_is_removed, R.string.pin_is_removed_more, false),
    SPACE(R.string.space, R.string.space_before, R.string.go_on, R.string.space_made, R.string.space_made_more, true),
    KEY(R.string.fresh_key, R.string.fresh_key_before, R.string.fresh_key_act, R.string.fresh_key_done, R.string.fresh_key_done_more, false);

    /** On core's thread: [now] is what it opens with, [pin] the new one. */
    fun run(saywell: Saywell, now: Unlock, pin: ByteArray?) = saywell.vault().use { vault ->
        when (this) {
            SET, CHANGE -> vault.setPin(now, pin!!, rehearsed())
            REMOVE -> vault.removePin(now)
            SPACE -> vault.addSpace(now, pin!!)
            KEY -> vault.rekey(now)
        }
    }

    /** How many milliseconds a guess takes on this phone. */
    private fun rehearsed(): UInt {
        val begun = SystemClock.elapsedRealtime()
        rehearsePin()
        return (SystemClock.elapsedRealtime() - begun).toUInt()
    }
}

class PinTaskScreen(private val task: PinTask) : WordsScreen() {
    override fun open() {
        if (task == PinTask.REMOVE) askFirst(text(task.title), text(task.before), text(R.string.pin_remove_sure), task.act, ::act)
        else say(text(task.title), text(task.before), task.act, ::act)
    }

    /** On to the pad, where a PIN is needed. */
    private fun act() {
        if (task.takesNew || app.vault.hasPin) return activity.replace(PinPadRoute(task))
        page.waits()
        app.vault.prove(null, { now -> task.run(this, now, null) }) { result ->
            if (!isLeft) result.onSuccess { activity.replace(PinEndRoute(task, true)) }.onFailure { refused(it, ::act) }
        }
    }
}

class PinEndScreen(private val task: PinTask, private val done: Boolean) : WordsScreen() {
    override fun open() = when {
        done -> say(text(task.done), text(task.after), R.string.done) { activity.goBack() }
        task == PinTask.SPACE -> say(text(R.string.space_none), text(R.string.space_none_more), R.string.back) { activity.goBack() }
        else -> say(text(R.string.pin_stays), text(R.string.pin_stays_more), R.string.back) { activity.goBack() }
    }
}
