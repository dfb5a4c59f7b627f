/** One note: read, written, deleted. */
package app.saywell.journal

import android.view.View
import android.widget.EditText
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.lesson.NoteField
import app.saywell.lesson.eraseNote
import app.saywell.ui.showIf
import org.saywell.engine.JournalVerbs
import org.saywell.engine.Note
import org.saywell.engine.Saywell
import org.saywell.engine.SaywellException

class NoteScreen(private val route: NoteRoute) : Screen(R.layout.journal_note) {
    /** The note, and the unit of the card that it belongs to, where there is one. */
    private class Found(val note: Note?, val unit: String?)

    private var field: NoteField? = null
    private lateinit var delete: DeleteFooter

    override fun open() {
        delete = DeleteFooter(page, kept) { deleted() }
        ask { journal().note(route.id).let { Found(it, unitOf(it)) } } show ::show
    }

    override fun close() { if (comesBack) field?.send() else field?.leave() }

    override fun back() = delete.back()

    private fun show(found: Found) {
        val card = found.note?.card
        val view = find<EditText>(R.id.note)
        view.setText(found.note?.text)
        find<TextView>(R.id.on_card).run { showIf(found.unit != null); text = found.unit?.let { text(R.string.note_on, it) } }
        field = NoteField(view, kept, route.id) { id, words, saved ->
            tell(saved) {
                journal().run { if (words.isBlank()) eraseNote(id) else if (card == null) writeNote(id, words, now()) else writeCardNote(id, card, words, now()) }
            }
        }
        delete.show(found.note != null)
    }

    /** What was typed since is let go of as well. */
    private fun deleted() {
        field?.drop()
        ask { journal().deleteNote(route.id) } show { activity.goBack() }
    }

    private fun Saywell.unitOf(note: Note?): String? = try {
        note?.card?.let { lesson().cardPlace(it).title }
    } catch (_: SaywellException.NotFound) {
        null // the course was exchanged
    }
}

/** Core hands out pages of notes, newest first. */
private fun JournalVerbs.note(id: String): Note? {
    var before: String? = null
    while (true) {
        val some = notes(before, 50u)
        some.find { it.id == id }?.let { return it }
        before = some.lastOrNull()?.id ?: return null
    }
}
