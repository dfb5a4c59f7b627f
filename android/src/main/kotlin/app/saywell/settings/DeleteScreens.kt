/** What is deleted for good: what was done today, or everything. */
package app.saywell.settings

import app.saywell.R
import app.saywell.reminder.layPlan
import app.saywell.ui.dayInWords
import app.saywell.vault.Door
import app.saywell.vault.counted
import org.saywell.engine.Contents
import java.time.LocalDate

/** The practice day that it is now, as core counts it. */
class DeleteTodayScreen : WordsScreen() {
    private class Answer(val today: LocalDate, val there: Contents)

    override fun open() = ask { progress().home(now()).today.let { today -> Answer(today, vault().use { it.contentsOfDay(today) }) } } show { answer ->
        val there = context.counted(answer.there)
        if (there.isEmpty()) say(text(R.string.delete_today), text(R.string.today_nothing), R.string.back) { activity.goBack() }
        else askFirst(text(R.string.delete_today), text(R.string.today_there, answer.today.dayInWords(), there), text(R.string.today_sure)) { delete(answer.today) }
    }

    private fun delete(day: LocalDate) = ask { vault().use { it.deleteDay(day) } } show {
        app.layPlan()
        say(text(R.string.today_deleted), text(R.string.deleted_more), R.string.done) { activity.goBack() }
    }
}

class DeleteAllScreen : WordsScreen() {
    /** With a vault that cannot be opened, it is the whole of it. What was said here is what is deleted. */
    private val all by lazy { app.vault.door is Door.Without }

    override fun open() =
        if (all) askFirst(text(R.string.delete_all), text(R.string.all_more), text(R.string.delete_all_sure), act = ::wipe)
        else askFirst(text(R.string.delete_all), "${text(R.string.all_more)}\n\n${text(R.string.all_others)}", text(R.string.all_sure), act = ::wipe)

    private fun wipe() {
        page.waits()
        app.wipe(all) { wiped ->
            if (!isLeft) wiped.onSuccess { activity.beginAnew() }.onFailure { refused(it, ::wipe) }
        }
    }
}
