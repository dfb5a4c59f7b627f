package app.saywell.lesson

import android.os.Bundle
import android.text.Editable
import android.text.TextWatcher
import android.widget.EditText
import org.saywell.engine.JournalVerbs
import org.saywell.engine.SaywellException
import java.util.UUID

/**
 * A note that saves itself 300 ms after the last key, and when it is left. Until core has it, what was typed is in [kept], so that neither a
 * rotation nor the death of the process loses a letter, nor a phone that is full. A note without a word goes when it is left, and not
 * before: somebody may be typing it anew. [save] is given none then.
 */
class NoteField(private val field: EditText, private val kept: Bundle, id: String?, private val save: (id: String, words: String, saved: () -> Unit) -> Unit) : TextWatcher {
    private val id = id ?: kept.getString(ID) ?: UUID.randomUUID().toString().also { kept.putString(ID, it) }
    private val later = Runnable(::send)

    init {
        kept.getString(DRAFT)?.let(field::setText)
        field.addTextChangedListener(this)
    }

    /** Sends what was typed and is not saved yet. */
    fun send() {
        field.removeCallbacks(later)
        if (!kept.getString(DRAFT).isNullOrBlank()) leave()
    }

    /** As that, and also that nothing is left of it. */
    fun leave() {
        field.removeCallbacks(later)
        val draft = kept.getString(DRAFT) ?: return
        save(id, draft) { if (kept.getString(DRAFT) == draft) kept.remove(DRAFT) }
    }

    /** Lets go of what was typed and is not saved yet: the note was deleted. */
    fun drop() {
        field.removeCallbacks(later)
        kept.remove(DRAFT)
    }

    override fun afterTextChanged(text: Editable) {
        kept.putString(DRAFT, text.toString())
        field.removeCallbacks(later)
        field.postDelayed(later, 300)
    }

    override fun beforeTextChanged(text: CharSequence, start: Int, count: Int, after: Int) = Unit
    override fun onTextChanged(text: CharSequence, start: Int, before: Int, count: Int) = Unit

    private companion object {
        const val ID = "note"
        const val DRAFT = "draft"
    }
}

/** Deletes a note that was emptied. One that was never saved is not there. */
internal fun JournalVerbs.eraseNote(id: String) = try {
    deleteNote(id)
} catch (_: SaywellException.NotFound) { }
