package app.saywell.pack

import android.content.Intent
import android.view.View
import android.widget.TextView
import app.saywell.R
import app.saywell.reminder.layPlan
import app.saywell.ui.Sure
import app.saywell.ui.showIf
import app.saywell.vault.Document
import app.saywell.vault.DocumentFault
import app.saywell.vault.FileScreen
import org.saywell.engine.PackRow
import kotlin.concurrent.thread

/** A course that was added: how it stands, who stands for it; it can be handed on as the file that it came as, and removed. */
class CourseScreen(private val route: CourseRoute) : FileScreen(R.layout.pack_course) {
    override fun open() = ask { pack().packs().find { it.id == route.id } } show { row ->
        val document = document
        when {
            row == null -> removed()
            document != null -> handOn(row, document)
            else -> {
                show(row)
                if (kept.getBoolean(BEGUN)) notice(R.string.course_not_saved, R.string.course_not_saved_more)
            }
        }
    }

    private fun show(row: PackRow) {
        part(R.id.first)
        find<TextView>(R.id.title).text = row.page?.title ?: text(R.string.course_nameless)
        find<TextView>(R.id.state).text = context.said(row.state)
        find<View>(R.id.about).showIf(row.page != null)
        row.page?.let(page::show)
        val isWhole = row.page != null
        find<View>(R.id.hand_on_more).showIf(isWhole)
        if (isWhole) footer(R.string.course_hand_on, { chooseWhere(row) }, R.string.course_remove, ::askFirst)
        else footer(R.string.course_add, { go(AddCourseRoute) }, R.string.course_remove, ::askFirst)
    }

    // Handing it on.

    /** The file that the system has made, as long as nothing was written into it. */
    private var empty: Document? = null

    private fun chooseWhere(row: PackRow) {
        kept.remove(BEGUN)
        pick(Intent.ACTION_CREATE_DOCUMENT, "application/octet-stream", text(R.string.course_file_name, row.version.toInt()))
    }

    /** From here on what was picked holds the course, a part of it, or is gone: it is not used a second time. */
    private fun handOn(row: PackRow, document: Document) {
        busy(R.string.course_handing_on)
        find<TextView>(R.id.title).text = row.page?.title
        forgetDocument()
        kept.putBoolean(BEGUN, true)
        empty = document
        ask { pack().handOnPackTo(route.id, transit.path) } show {
            empty = null
            away({ document.put(transit) }) { done ->
                kept.remove(BEGUN)
                app.vault.ask({ transit.delete() }) {}
                show(row)
                done.onSuccess { notice(R.string.course_handed_on, R.string.course_handed_on_more) }.onFailure { notSaved(it as? DocumentFault) }
            }
        }
    }

    private fun notSaved(fault: DocumentFault?) =
        notice(if (fault?.why == DocumentFault.Why.NO_ROOM) R.string.course_no_room else R.string.course_not_saved, R.string.course_not_saved_more)

    /** Nothing was handed on: the empty file goes. */
    override fun refused(why: Throwable, again: () -> Unit) {
        val file = empty ?: return super.refused(why, again)
        empty = null
        kept.remove(BEGUN)
        thread(name = "document") { file.delete() }
        super.refused(why, activity::reopen)
    }

    // Removing it.

    private fun askFirst() = Sure(page, find(R.id.choices)) {}.ask(text(R.string.course_remove_sure), R.string.course_remove, ::remove)

    private fun remove() = ask { pack().removePack(route.id) } show {
        find<View>(R.id.sure).showIf(false)
        app.layPlan()
        removed()
    }

    private fun removed() {
        part(R.id.done, R.string.course_removed)
        footer(R.string.done, activity::goBack)
    }

    private companion object {
        const val BEGUN = "begun"
    }
}
