/** Learn: the chapters of the course, and the units of one. */
package app.saywell.lesson

import android.view.View
import android.widget.LinearLayout.LayoutParams
import android.widget.ProgressBar
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.help.TermsRoute
import app.saywell.pack.CoursesRoute
import app.saywell.pack.isLost
import app.saywell.quiz.QuizzesRoute
import app.saywell.ui.ListCard
import app.saywell.ui.ListRow
import app.saywell.ui.Tone
import app.saywell.ui.TopBar
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.ChapterRow
import org.saywell.engine.Outline
import org.saywell.engine.PackRow
import org.saywell.engine.UnitRow

data object ChaptersRoute : Route {
    override fun screen() = ChaptersScreen()
}

data class ChapterRoute(val id: String) : Route {
    override fun screen() = ChapterScreen(this)
}

class ChaptersScreen : Screen(R.layout.lesson_chapters) {
    override fun open() {
        find<TopBar>(R.id.top).action.setOnClickListener { go(SearchRoute) }
        find<View>(R.id.quizzes).setOnClickListener { go(QuizzesRoute) }
        find<View>(R.id.words).setOnClickListener { go(TermsRoute) }
        find<View>(R.id.lost).setOnClickListener { go(CoursesRoute) }
        ask { lesson().outline() to pack().packs().any(PackRow::isLost) } show { (outline, lost) ->
            find<View>(R.id.lost_card).showIf(lost)
            show(outline)
        }
    }

    private fun show(outline: Outline) {
        val list = find<ListCard>(R.id.list)
        list.removeAllViews()
        outline.chapters.forEachIndexed { i, chapter ->
            list.addRow().run {
                title = chapter.title
                detail = text(R.string.chapter_parts, i + 1, count(R.plurals.parts, chapter.units.size, chapter.units.size))
                icon(R.drawable.ic_learn, Tone.LAKE)
                setOnClickListener { go(ChapterRoute(chapter.id)) }
            }
        }
    }
}

class ChapterScreen(private val route: ChapterRoute) : Screen(R.layout.lesson_chapter) {
    override fun open() {
        find<TopBar>(R.id.top).action.setOnClickListener { go(SearchRoute) }
        ask { lesson().outline() } show ::show
    }

    private fun show(outline: Outline) {
        val at = outline.chapters.indexOfFirst { it.id == route.id }
        val chapter = outline.chapters.getOrNull(at) ?: return activity.goBack() // the course was exchanged
        find<TextView>(R.id.number).text = text(R.string.chapter_number, at + 1)
        find<TextView>(R.id.title).run { text = chapter.title; setHeading() }
        progress(chapter)
        val list = find<ListCard>(R.id.list)
        list.removeAllViews()
        for (unit in chapter.units) list.addRow().show(unit, unit.id == outline.goOn?.id)
    }

    private fun progress(chapter: ChapterRow) {
        val done = chapter.done.toInt()
        find<TextView>(R.id.done).text = text(R.string.done_of, done, chapter.units.size)
        find<ProgressBar>(R.id.bar).run { max = chapter.units.size; progress = done }
    }

    private fun ListRow.show(unit: UnitRow, isNext: Boolean) {
        val minutes = count(R.plurals.min, unit.minutes.toInt(), unit.minutes.toInt())
        title = unit.title
        detail = when {
            isNext && unit.seen > 0u -> text(R.string.you_are_here, unit.seen.toInt(), unit.of.toInt())
            unit.done -> text(R.string.seen, minutes)
            unit.seen > 0u -> text(R.string.begun, unit.seen.toInt(), unit.of.toInt(), minutes)
            else -> minutes
        }
        if (unit.done) icon(R.drawable.ic_check, Tone.LAKE) else ring(unit.seen.toInt(), unit.of.toInt())
        if (isNext && unit.seen > 0u) here()
        setOnClickListener { go(UnitRoute(unit.id)) }
    }
}

internal fun ListCard.addRow() = ListRow(context).also { addView(it, LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT)) }
