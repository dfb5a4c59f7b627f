package app.saywell.pack

import android.content.Intent
import android.view.ViewGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.reminder.layPlan
import app.saywell.ui.addWords
import app.saywell.ui.setHeading
import app.saywell.vault.DocumentFault
import app.saywell.vault.FileScreen
import org.saywell.engine.PackChanges
import org.saywell.engine.PackPreview
import org.saywell.engine.PackStep
import org.saywell.engine.SaywellException
import org.saywell.engine.TextSpan

/** A course from a file that was picked here, or that another app handed in: what is in it, and only then, if the person says so, it is added. */
class AddCourseScreen : FileScreen(R.layout.pack_add) {
    /** What core refuses is about the file. */
    private var reading = false

    override fun open() = ask { vault().use { it.keeps() } } show { keeps ->
        when {
            !keeps -> nothingIsOpen(R.string.course_nothing_open_more)
            kept.getBoolean(ADDED) -> added()
            document == null -> first()
            else -> fetch()
        }
    }

    private fun first() {
        part(R.id.first)
        footer(if (document == null) R.string.course_choose else R.string.course_choose_other, ::choose)
    }

    private fun choose() = pick(Intent.ACTION_OPEN_DOCUMENT, "*/*")

    private fun fetch() {
        val document = document ?: return
        busy(R.string.course_reading)
        away({ document.fetch(transit, MOST_BYTES) }) { done -> done.onSuccess { preview() }.onFailure { notFetched(it as? DocumentFault) } }
    }

    private fun preview() {
        reading = true
        ask { pack().previewPackIn(transit.path) } show ::look
    }

    private fun look(preview: PackPreview) {
        part(R.id.look)
        val step = preview.step
        val edition = preview.page.version.toInt()
        find<TextView>(R.id.title).text = preview.page.title
        find<TextView>(R.id.step).text = when (step) {
            is PackStep.Newer -> text(R.string.course_newer, edition, step.than.toInt())
            is PackStep.Beside -> text(R.string.course_beside, edition)
            is PackStep.Same -> text(R.string.course_same, edition)
        }
        page.show(preview.page, preview.approval)
        changes(preview.changes)
        when (step) {
            is PackStep.Same -> footer(R.string.done, activity::goBack, R.string.course_choose_other, ::choose)
            is PackStep.Newer -> footer(R.string.course_take, ::add, R.string.keep_what_is_here, activity::goBack)
            is PackStep.Beside -> footer(R.string.course_take_beside, ::add, R.string.keep_what_is_here, activity::goBack)
        }
    }

    private fun changes(changes: PackChanges) {
        find<TextView>(R.id.changes_title).setHeading()
        val list = find<ViewGroup>(R.id.changes)
        list.removeAllViews()
        val kinds = listOf(R.plurals.course_comes to changes.added, R.plurals.course_differs to changes.changed, R.plurals.course_goes to changes.gone)
        for ((words, titles) in kinds.filter { (_, titles) -> titles.isNotEmpty() }) {
            list.add(R.layout.paragraph, count(words, titles.size, titles.size), 12f)
            titles.forEach { list.add(R.layout.bullet, it, 4f) }
        }
        if (list.childCount == 0) list.add(R.layout.paragraph, text(R.string.course_no_changes), 0f)
    }

    private fun ViewGroup.add(layout: Int, words: String, gap: Float) = addWords(layout, listOf(TextSpan.Text(words)), {}, gap)

    private fun add() {
        busy(R.string.course_adding)
        ask { pack().installPackFrom(transit.path) } show {
            reading = false
            forgetDocument()
            kept.putBoolean(ADDED, true)
            app.layPlan() // its words may be another course's now
            added()
        }
    }

    private fun added() {
        part(R.id.done, R.string.course_added)
        footer(R.string.done, activity::goBack)
    }

    private fun notFetched(fault: DocumentFault?) = when (fault?.why) {
        DocumentFault.Why.NO_ROOM -> notAdded(R.string.course_full, R.string.course_full_more)
        DocumentFault.Why.TOO_BIG -> notAdded(R.string.course_too_large, R.string.course_too_large_more)
        else -> notAdded(R.string.course_unread, R.string.course_unread_more)
    }

    override fun refused(why: Throwable, again: () -> Unit) {
        if (!reading || why is SaywellException.Damaged || !app.vault.door.isPassed) return super.refused(why, again)
        reading = false
        page.answered()
        when (why) {
            is SaywellException.PackRefused -> context.said(why.why).run { notAdded(what, safe) }
            is SaywellException.NoSpace -> notAdded(R.string.course_full, R.string.course_full_more)
            else -> notAdded(R.string.course_not, R.string.course_not_more)
        }
    }

    private fun notAdded(what: Int, safe: Int) = notAdded(text(what), text(safe))

    private fun notAdded(what: String, safe: String) {
        first()
        notice(what, safe)
    }

    private companion object {
        const val ADDED = "added"

        /** More than any pack has: what core takes of it, it says itself. */
        const val MOST_BYTES = 21L * 1000 * 1000
    }
}
