package app.saywell.vault

import android.widget.Button
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.ui.date
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.Recovery
import org.saywell.engine.Repaired
import org.saywell.engine.SaywellException

/** The PIN, for the repair of what it opens. */
class RepairPinScreen : PinScreen() {
    override fun open() {
        super.open()
        ask(R.string.enter_pin, words = text(R.string.repair_pin))
        foot(R.string.back, activity::goBack)
    }

    override fun enter(pin: ByteArray) {
        app.vault.hold(pin)
        activity.replace(RepairRoute)
    }
}

/** Repairs at once, and tells what came back. Where nothing can, it asks before it begins anew. */
class RepairScreen : Screen(R.layout.vault_stuck) {
    override fun open() = repair(elseEmpty = false)

    private fun repair(elseEmpty: Boolean) {
        page.waits()
        app.vault.repair(now(), elseEmpty) { done ->
            if (isLeft) return@repair
            page.answered()
            done.onSuccess(::done).onFailure(::notDone)
        }
    }

    private fun done(repaired: Repaired) {
        val aside = if (repaired.setAside) text(R.string.repair_aside) else ""
        say(text(R.string.repaired), "${from(repaired.from)} $aside".trim(), R.string.go_on) { activity.goIn() }
        find<Button>(R.id.go_without).showIf(false)
    }

    private fun from(recovery: Recovery) = when (recovery) {
        is Recovery.Unharmed -> text(R.string.repaired_unharmed)
        is Recovery.Copy -> recovery.day?.let { text(R.string.repaired_copy_of, it.date()) } ?: text(R.string.repaired_copy)
        is Recovery.Salvaged -> count(R.plurals.repaired_salvaged, recovery.rows.toInt(), recovery.rows.toInt())
        is Recovery.Empty -> text(R.string.repaired_empty)
    }

    private fun notDone(why: Throwable) = when (why) {
        is SaywellException.WrongPin -> say(text(R.string.did_not_fit), text(R.string.never_deletes), R.string.try_again) { activity.replace(RepairPinRoute) }
        is SaywellException.Damaged -> say(text(R.string.repair_nothing), text(R.string.repair_nothing_more), R.string.begin_again_empty) { repair(elseEmpty = true) }
        is SaywellException.NoSpace -> say(text(R.string.stuck_full), text(R.string.stuck_full_more), R.string.try_again) { repair(elseEmpty = false) }
        else -> say(text(R.string.stuck_other), text(R.string.stuck_other_more), R.string.try_again) { repair(elseEmpty = false) }
    }

    private fun say(title: String, words: String, action: Int, act: () -> Unit) {
        find<TextView>(R.id.title).run { text = title; setHeading() }
        find<TextView>(R.id.words).text = words
        find<Button>(R.id.act).run { setText(action); setOnClickListener { page.once(act) } }
        find<Button>(R.id.go_without).setOnClickListener { app.vault.goWithout { if (!isLeft) activity.goIn() } }
    }

    /** Who goes away while it is repaired has not come in. */
    override fun close() {
        app.vault.hold(null)
        if (page.isWaiting && !comesBack) app.vault.lock()
    }
}
