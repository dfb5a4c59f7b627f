package app.saywell.vault

import android.content.Intent
import android.view.View
import android.widget.Button
import android.widget.EditText
import android.widget.TextView
import app.saywell.MainActivity
import app.saywell.R
import app.saywell.ui.showIf
import org.saywell.engine.Contents
import org.saywell.engine.Saywell
import org.saywell.engine.SaywellException
import org.saywell.engine.previewBackup
import kotlin.concurrent.thread

/**
 * Saves a copy: what it is, where to, its password, what is in it. The system makes an empty file where the person says; who goes away
 * before there is a copy in it leaves none.
 */
class BackUpScreen : FileScreen(R.layout.copies_back_up) {
    /** Core is making the copy. */
    private var sealing = false

    private val password get() = find<EditText>(R.id.password)
    private val again get() = find<EditText>(R.id.again)

    override fun open() {
        again.setOnEditorActionListener { _, _, _ -> save(); true }
        find<Button>(R.id.show).reveals(password, again)
        ask { vault().use { it.keeps() } } show { keeps ->
            if (!keeps) nothingIsOpen() else if (kept.getBoolean(SAVED)) saved() else if (document == null) first() else typing()
        }
    }

    private fun first() {
        part(R.id.first)
        if (kept.getBoolean(BEGUN)) notice(R.string.copy_stopped, R.string.copy_a_part)
        footer(R.string.choose_where, ::chooseWhere)
    }

    private fun chooseWhere() {
        kept.remove(BEGUN)
        pick(Intent.ACTION_CREATE_DOCUMENT, "application/octet-stream", text(R.string.copy_name, now().toLocalDate()))
    }

    private fun typing() {
        part(R.id.typing)
        footer(R.string.save_the_copy, ::save, R.string.choose_elsewhere) {
            discard()
            activity.reopen()
        }
    }

    private fun save() {
        val typed = password.password()
        val same = again.password().run { contentEquals(typed).also { fill(0) } }
        if (!same) {
            typed.fill(0)
            return notice(R.string.passwords_differ, R.string.passwords_differ_more)
        }
        busy(R.string.saving_copy)
        sealing = true
        ask { seal(typed) } show ::put
    }

    /** Makes the copy and opens it again. What is in it. */
    private fun Saywell.seal(password: ByteArray): Contents = try {
        vault().use { it.backUpTo(transit.path, password, now()) }
        reopened(password).contents
    } finally {
        password.fill(0)
    }

    /** A copy that is damaged says nothing about what is kept here. */
    private fun reopened(password: ByteArray) = try {
        previewBackup(transit.path, password)
    } catch (_: SaywellException.Damaged) {
        throw SaywellException.Storage(0)
    }

    /** From here on what was picked holds a copy, a part of one, or is gone: it is not used a second time. */
    private fun put(contents: Contents) {
        sealing = false
        listOf(password, again).forEach { it.text = null }
        val document = document ?: return
        forgetDocument()
        kept.putBoolean(BEGUN, true)
        away({ document.put(transit) }) { done ->
            kept.remove(BEGUN)
            done.onSuccess { checked -> saved(contents, checked) }.onFailure { notPut(it as? DocumentFault) }
        }
    }

    /** Without [contents] where it was said before: by now there may be something else here. */
    private fun saved(contents: Contents? = null, checked: Boolean = false) {
        kept.putBoolean(SAVED, true)
        part(R.id.done, R.string.copy_saved)
        footer(R.string.done, activity::goBack)
        find<View>(R.id.in_copy_card).showIf(contents != null)
        find<TextView>(R.id.done_words).run {
            showIf(contents != null)
            setText(if (checked) R.string.copy_checked else R.string.copy_unchecked)
        }
        if (contents != null) find<TextView>(R.id.in_copy_words).text = said(contents)
    }

    private fun notPut(fault: DocumentFault?) {
        part(R.id.first)
        footer(R.string.choose_where, ::chooseWhere)
        val what = when (fault?.why) {
            DocumentFault.Why.NO_ROOM -> R.string.copy_no_room
            DocumentFault.Why.NOT_WHOLE -> R.string.copy_not_whole
            else -> R.string.copy_not_there
        }
        notice(what, if (fault?.leavesPart == false) R.string.copy_no_part else R.string.copy_a_part)
    }

    /** Never by asking again: the password is overwritten. */
    override fun refused(why: Throwable, again: () -> Unit) = when {
        !sealing || why is SaywellException.Damaged || !app.vault.door.isPassed -> super.refused(why, again)
        why is SaywellException.Invalid -> tryAgain(R.string.password_short, R.string.password_hint)
        why is SaywellException.NoSpace -> tryAgain(R.string.copy_full_here, R.string.copy_full_here_more)
        else -> tryAgain(R.string.copy_not_made, R.string.copy_not_made_more)
    }

    private fun tryAgain(what: Int, safe: Int) {
        page.answered()
        sealing = false
        typing()
        notice(what, safe)
    }

    /** The empty file that the system has made goes. */
    private fun discard() {
        val empty = document ?: return
        if (kept.getString(MainActivity.PICKED) == null) return
        forgetDocument()
        thread(name = "document") { empty.delete() }
    }

    override fun close() {
        super.close()
        if (activity.isFinishing || activity.routes.last() != BackUpRoute) discard()
    }

    private companion object {
        const val SAVED = "saved"
        const val BEGUN = "begun"
    }
}
