package app.saywell.vault

import android.content.Intent
import android.text.format.DateUtils
import android.widget.Button
import android.widget.EditText
import android.widget.TextView
import app.saywell.R
import app.saywell.reminder.layPlan
import org.saywell.engine.Contents
import org.saywell.engine.Preview
import org.saywell.engine.SaywellException
import org.saywell.engine.previewBackup
import java.time.OffsetDateTime

/** Brings a copy back: which file, its password, what is in it beside what is here, and only then, if the person says so, in its place. */
class BringBackScreen : FileScreen(R.layout.copies_bring_back) {
    private class Found(val inCopy: Preview, val here: Contents)

    /** Of the copy, from when it was typed until the copy is brought back or the page is left. */
    private var password: ByteArray? = null

    /** The copy lies here. */
    private var fetched = false

    /** What core refuses is about the copy. */
    private var reading = false

    private val field get() = find<EditText>(R.id.password)

    override fun open() {
        field.setOnEditorActionListener { _, _, _ -> lookInside(); true }
        find<Button>(R.id.show).reveals(field)
        ask { vault().use { if (it.keeps()) it.canUndoRestore() else null } } show { canUndo ->
            if (canUndo == null) nothingIsOpen() else if (document == null) first(canUndo) else typing()
        }
    }

    private fun first(canUndo: Boolean) {
        part(R.id.first)
        if (!canUndo) return footer(R.string.choose_copy, ::choose)
        notice(R.string.brought_back, R.string.undo_until)
        footer(R.string.choose_copy, ::choose, R.string.undo, ::undo)
    }

    private fun choose() = pick(Intent.ACTION_OPEN_DOCUMENT, "*/*")

    private fun typing() {
        part(R.id.typing)
        footer(R.string.look_inside, ::lookInside, R.string.choose_other_copy, ::choose)
    }

    private fun lookInside() {
        forget()
        password = field.password()
        busy(R.string.opening_copy)
        if (fetched) return preview()
        val document = document ?: return
        away({ document.fetch(transit, MOST_BYTES) }) { done -> done.onSuccess { fetched = true; preview() }.onFailure { notFetched(it as? DocumentFault) } }
    }

    private fun preview() {
        val typed = password ?: return
        reading = true
        ask { Found(previewBackup(transit.path, typed), vault().use { it.contents() }) } show ::look
    }

    private fun look(found: Found) {
        part(R.id.look)
        field.text = null
        find<TextView>(R.id.in_copy).text = text(R.string.in_copy_of, inWords(found.inCopy.made))
        find<TextView>(R.id.in_copy_words).text = said(found.inCopy.contents)
        find<TextView>(R.id.here_words).text = said(found.here)
        footer(R.string.keep_what_is_here, activity::goBack, R.string.bring_it_back, ::bringBack)
    }

    private fun inWords(made: OffsetDateTime): String {
        val parts = DateUtils.FORMAT_SHOW_DATE or DateUtils.FORMAT_SHOW_YEAR or DateUtils.FORMAT_ABBREV_MONTH or DateUtils.FORMAT_SHOW_TIME
        return DateUtils.formatDateTime(context, made.toInstant().toEpochMilli(), parts)
    }

    private fun bringBack() {
        val typed = password ?: return typing()
        busy(R.string.bringing_back)
        ask { vault().use { it.restoreFrom(transit.path, typed, now()) } } show { restored ->
            reading = false
            forget()
            forgetDocument()
            app.layPlan()
            done(R.string.it_is_back, R.string.it_is_back_more, if (restored.canUndo) R.string.undo_until else R.string.undo_never, restored.canUndo)
        }
    }

    private fun undo() {
        busy(R.string.bringing_back)
        ask { vault().use { it.undoRestore() } } show {
            app.layPlan()
            done(R.string.undone, R.string.undone_more)
        }
    }

    private fun done(title: Int, words: Int, more: Int = 0, canUndo: Boolean = false) {
        part(R.id.done, title)
        find<TextView>(R.id.done_words).text = listOf(words, more).filter { it != 0 }.joinToString("\n\n") { text(it) }
        if (canUndo) footer(R.string.done, activity::goBack, R.string.undo, ::undo) else footer(R.string.done, activity::goBack)
    }

    private fun notFetched(fault: DocumentFault?) = when (fault?.why) {
        DocumentFault.Why.NO_ROOM -> tryAgain(R.string.bring_full, R.string.bring_full_more)
        DocumentFault.Why.TOO_BIG -> tryAgain(R.string.copy_too_big, R.string.copy_too_big_more)
        else -> tryAgain(R.string.copy_unread, R.string.copy_unread_more)
    }

    /** A copy that is damaged says nothing about what is kept here. */
    override fun refused(why: Throwable, again: () -> Unit) {
        if (!app.vault.door.isPassed) return super.refused(why, again)
        if (why is SaywellException.NotFound && !reading) {
            page.answered()
            first(canUndo = false)
            return notice(R.string.undo_gone, R.string.undo_gone_more)
        }
        if (!reading) return super.refused(why, again)
        page.answered()
        when (why) {
            is SaywellException.Invalid -> tryAgain(R.string.wrong_password, R.string.wrong_password_more)
            is SaywellException.Damaged -> tryAgain(R.string.copy_damaged, R.string.copy_damaged_more)
            is SaywellException.NewerVersion -> tryAgain(R.string.copy_newer, R.string.copy_newer_more)
            is SaywellException.NoSpace -> tryAgain(R.string.bring_full, R.string.bring_full_more)
            else -> tryAgain(R.string.bring_not, R.string.bring_not_more)
        }
    }

    private fun tryAgain(what: Int, safe: Int) {
        reading = false
        forget()
        typing()
        notice(what, safe)
    }

    private fun forget() {
        password?.fill(0)
        password = null
    }

    override fun close() {
        forget()
        super.close()
    }

    private companion object {
        /** The format of a copy has no limit. Years of practice have some megabytes; what is larger than this is something else. */
        const val MOST_BYTES = 256L * 1024 * 1024
    }
}
