package app.saywell.vault

import android.view.View
import android.widget.Button
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.ui.Sure
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.SaywellException

/** The vault cannot be opened: which of the cases it is, what is safe, what can be done. The lessons are always one touch away. */
class StuckScreen : Screen(R.layout.vault_stuck) {
    private val why get() = (app.vault.door as? Door.Stuck)?.why

    override fun open() {
        find<View>(R.id.go_without).setOnClickListener { app.vault.goWithout { if (!isLeft) activity.goIn() } }
        when (why) {
            is SaywellException.Damaged -> say(R.string.stuck_damaged, R.string.stuck_damaged_more, R.string.repair_it) {
                go(if (app.vault.hasPin) RepairPinRoute else RepairRoute)
            }
            is SaywellException.KeyLost -> say(R.string.stuck_key_lost, R.string.stuck_key_lost_more, R.string.begin_again_empty) {
                Sure(page, find(R.id.choices)) {}.ask(text(R.string.begin_again_sure), delete = ::beginAnew)
            }
            is SaywellException.NewerVersion -> say(R.string.stuck_newer, R.string.stuck_newer_more)
            is SaywellException.NoSpace -> say(R.string.stuck_full, R.string.stuck_full_more, R.string.try_again, ::tryAgain)
            else -> say(R.string.stuck_other, R.string.stuck_other_more, R.string.try_again, ::tryAgain)
        }
    }

    private fun say(title: Int, words: Int, action: Int = 0, act: () -> Unit = {}) {
        find<TextView>(R.id.title).run { setText(title); setHeading() }
        find<TextView>(R.id.words).setText(words)
        find<Button>(R.id.act).run {
            showIf(action != 0)
            if (action != 0) setText(action)
            setOnClickListener { act() }
        }
    }

    private fun beginAnew() {
        page.waits()
        app.vault.beginAnew(app.clock.instant()) { if (!isLeft) activity.reopen() }
    }

    private fun tryAgain() {
        app.vault.lock()
        activity.reopen()
    }
}
