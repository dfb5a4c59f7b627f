/** All notes and plans. */
package app.saywell.journal

import android.view.View
import app.saywell.R
import app.saywell.Screen
import app.saywell.lesson.addRow
import app.saywell.ui.ListCard
import app.saywell.ui.Tone
import app.saywell.ui.date
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.Note
import org.saywell.engine.Plan
import java.util.UUID

class NotesScreen : Screen(R.layout.journal_notes) {
    private class Kept(val plans: List<Plan>, val notes: List<Note>)

    /** How often older ones were asked for, and one. */
    private var pages
        get() = kept.getInt(PAGES, 1)
        set(value) = kept.putInt(PAGES, value)

    override fun open() {
        find<View>(R.id.plan_talk).setOnClickListener { go(PlanRoute) }
        find<View>(R.id.new_note).setOnClickListener { go(NoteRoute(UUID.randomUUID().toString())) }
        val asked = NOTES * pages.toUInt()
        ask { journal().run { Kept(plans(PLANS), notes(null, asked)) } } show { show(it, asked) }
    }

    private fun show(all: Kept, asked: UInt) {
        val plans = find<ListCard>(R.id.plans)
        for (plan in all.plans) plans.addRow().run {
            title = excerpt(firstWords(plan))
            detail = plan.written.toLocalDate().date()
            icon(R.drawable.ic_rehearse, Tone.SAND)
            setOnClickListener { go(MyPlanRoute(plan.id)) }
        }
        plans.showIf(all.plans.isNotEmpty())
        find<View>(R.id.plans_title).run { showIf(all.plans.isNotEmpty()); setHeading() }
        find<View>(R.id.notes_title).setHeading()
        find<View>(R.id.empty).showIf(all.notes.isEmpty())
        find<View>(R.id.notes).showIf(all.notes.isNotEmpty())
        add(all.notes, asked)
    }

    /** What core gave when it was [asked] for so many. */
    private fun add(notes: List<Note>, asked: UInt) {
        val list = find<ListCard>(R.id.notes)
        for (note in notes) list.addRow().run {
            title = excerpt(note.text)
            detail = note.written.toLocalDate().date()
            icon(R.drawable.ic_journal, Tone.LAKE)
            setOnClickListener { go(NoteRoute(note.id)) }
        }
        find<View>(R.id.older).run {
            showIf(notes.size == asked.toInt())
            setOnClickListener {
                pages++
                ask { journal().notes(notes.last().id, NOTES) } show { add(it, NOTES) }
            }
        }
    }

    /** What a plan is known by: the first thing that was written. */
    private fun firstWords(plan: Plan) = plan.fields.run { listOf(time, place, opening, offer, exit) }.firstOrNull(String::isNotEmpty) ?: ""

    private fun excerpt(words: String): String {
        val line = words.lineSequence().first()
        val start = line.take(LONGEST).trimEnd()
        return if (start.length < words.length) "$start …" else start
    }

    private companion object {
        const val PAGES = "pages"

        /** How many notes are shown at a time, and how many plans. */
        const val NOTES = 20u
        const val PLANS = 50u

        /** Letters that stand for a text in a list. */
        const val LONGEST = 50
    }
}
