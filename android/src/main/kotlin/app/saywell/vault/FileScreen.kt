package app.saywell.vault

import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import android.view.View
import android.widget.Button
import android.widget.TextView
import app.saywell.MainActivity
import app.saywell.R
import app.saywell.Screen
import app.saywell.ui.date
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.Contents
import kotlin.concurrent.thread

/**
 * A page about a file of somewhere else, such as a locked copy: one of its parts is seen, and what went wrong above it. The system's own
 * page, where the file is picked, comes before a password: it may cover the app for long, and with a PIN the app is locked then, which
 * lets go of all that was typed. Only where the file is stays: a page that is built anew fetches it again.
 */
abstract class FileScreen(layout: Int) : Screen(layout) {
    protected val transit get() = app.vault.transit

    /** What was picked, or handed in by another app. */
    protected val document by lazy { kept.getString(MainActivity.PICKED)?.let { Document(app.contentResolver, Uri.parse(it)) } }

    protected fun forgetDocument() = kept.remove(MainActivity.PICKED)

    /** Where a vault is that keeps nothing. */
    protected fun nothingIsOpen(more: Int = R.string.copy_nothing_open_more) {
        part(0)
        notice(R.string.copy_nothing_open, more)
        footer(R.string.back, activity::goBack)
    }

    protected fun part(id: Int, title: Int = 0) {
        for (each in PARTS) page.findViewById<View>(each)?.showIf(each == id)
        if (title != 0) find<TextView>(R.id.title).setText(title)
        find<TextView>(R.id.title).setHeading()
        find<View>(R.id.busy).showIf(false)
        find<View>(R.id.choices).showIf(true)
    }

    /** Nothing can be done but wait. */
    protected fun busy(words: Int) {
        part(0)
        find<View>(R.id.notice).showIf(false)
        find<View>(R.id.choices).showIf(false)
        find<TextView>(R.id.busy).run { setText(words); showIf(true) }
    }

    /** What happened, and what is safe. */
    protected fun notice(what: Int, safe: Int) = notice(text(what), text(safe))

    protected fun notice(what: String, safe: String) {
        find<View>(R.id.notice).showIf(true)
        find<TextView>(R.id.notice_what).text = what
        find<TextView>(R.id.notice_safe).text = safe
        find<View>(R.id.scroll).scrollTo(0, 0)
    }

    protected fun footer(act: Int, onAct: () -> Unit, other: Int = 0, onOther: () -> Unit = {}) {
        find<Button>(R.id.act).run { setText(act); setOnClickListener { page.once(onAct) } }
        find<Button>(R.id.other).run {
            showIf(other != 0)
            if (other != 0) setText(other)
            setOnClickListener { page.once(onOther) }
        }
    }

    protected fun pick(action: String, type: String, name: String? = null) = try {
        activity.pick(Intent(action).addCategory(Intent.CATEGORY_OPENABLE).setType(type).putExtra(Intent.EXTRA_TITLE, name))
    } catch (_: ActivityNotFoundException) {
        notice(R.string.copy_no_picker, R.string.copy_nothing_done)
    }

    /** Work with the document, in a place of its own: one that never answers must hold up neither the page nor core. */
    protected fun <T> away(work: () -> T, answer: (Result<T>) -> Unit) {
        page.waits()
        thread(name = "document") {
            val result = runCatching(work)
            page.post {
                if (isLeft) return@post
                page.answered()
                answer(result)
            }
        }
    }

    /** A line for each thing that there is, and the days. */
    protected fun said(contents: Contents): String {
        val lines = context.counts(contents)
        val first = contents.firstDay?.date()
        val last = contents.lastDay?.date()
        val days = if (first == null || last == null) null else if (first == last) text(R.string.of_one_day, first) else text(R.string.of_days, first, last)
        return (lines.ifEmpty { listOf(text(R.string.nothing_there)) } + listOfNotNull(days)).joinToString("\n")
    }

    override fun close() {
        document?.stopped = true
        app.vault.ask({ transit.delete() }) {}
    }

    private companion object {
        val PARTS = listOf(R.id.first, R.id.typing, R.id.look, R.id.done)
    }
}
