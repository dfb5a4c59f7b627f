package app.saywell.pack

import android.view.View
import app.saywell.R
import app.saywell.Screen
import app.saywell.lesson.addRow
import app.saywell.ui.ListCard
import app.saywell.ui.Tone
import app.saywell.ui.showIf
import org.saywell.engine.PackRow

/** The courses that were added. What came with the app is not listed: it is always there. */
class CoursesScreen : Screen(R.layout.pack_list) {
    override fun open() {
        find<View>(R.id.add).setOnClickListener { go(AddCourseRoute) }
        ask { pack().packs() } show ::show
    }

    private fun show(packs: List<PackRow>) {
        find<View>(R.id.none).showIf(packs.isEmpty())
        val list = find<ListCard>(R.id.list)
        list.showIf(packs.isNotEmpty())
        list.removeAllViews()
        for (row in packs) list.addRow().run {
            title = row.page?.title ?: text(R.string.course_nameless)
            detail = text(R.string.course_row, row.version.toInt(), text(row.state.inShort))
            icon(R.drawable.ic_pack, if (row.isLost) Tone.SAND else Tone.LAKE)
            setOnClickListener { go(CourseRoute(row.id)) }
        }
    }
}
