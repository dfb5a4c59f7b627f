package app.saywell.reminder

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import app.saywell.App
import java.time.Duration

/**
 * A reminder is due, or the phone was started, its clock or zone was set, or the app was updated: then the next one is armed anew. It
 * reads the plan only; the vault stays closed.
 */
class ReminderReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val app = context.applicationContext as App
        if (intent.action == REMIND) app.remind(intent.getStringExtra(ID))
        app.armReminder()
    }

    private fun App.remind(id: String?) {
        val file = PlanFile(this)
        val plan = file.read()
        val entry = plan.entries.firstOrNull { it.id == id && it.id !in plan.shown } ?: return
        val due = entry.instant(clock.zone) ?: return
        val late = Duration.between(due, clock.instant())
        val notice = Notice(this)
        if (late.isNegative || late > LATEST || !notice.isSeen) return
        notice.show(entry.text)
        file.write(Plan(plan.entries, plan.shown + entry.id))
    }

    companion object {
        const val REMIND = "app.saywell.REMIND"
        const val ID = "id"

        /** A phone that dozes may wake so much later; beyond it the moment is gone. */
        private val LATEST: Duration = Duration.ofMinutes(30)
    }
}
