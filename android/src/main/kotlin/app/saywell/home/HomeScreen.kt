/** Home: one thing to go on with, and the ways into the app. */
package app.saywell.home

import android.view.View
import android.widget.Button
import android.widget.ProgressBar
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.help.HelpRoute
import app.saywell.journal.NotesRoute
import app.saywell.lesson.ChaptersRoute
import app.saywell.lesson.UnitRoute
import app.saywell.review.ReviewRoute
import app.saywell.relaxation.QuickCalmRoute
import app.saywell.scenario.RehearseRoute
import app.saywell.settings.SettingsRoute
import app.saywell.ui.ListRow
import app.saywell.ui.TopBar
import app.saywell.ui.textScale
import org.saywell.engine.Home
import org.saywell.engine.UnitRow

data object HomeRoute : Route {
    override fun screen() = HomeScreen()
}

class HomeScreen : Screen(R.layout.home) {
    override fun open() {
        find<TopBar>(R.id.top).action.setOnClickListener { go(SettingsRoute) }
        opens(R.id.calm, QuickCalmRoute)
        opens(R.id.talk, RehearseRoute)
        opens(R.id.look_back, ReviewRoute)
        opens(R.id.notes, NotesRoute)
        opens(R.id.help, HelpRoute)
        ask { progress().home(now()) } show ::show
    }

    private fun opens(row: Int, route: Route) = find<View>(row).setOnClickListener {
        if (route == RehearseRoute) activity.tab(route) else go(route)
    }

    private fun show(home: Home) {
        goOn(home.goOn)
        home.openTalk?.let { find<ListRow>(R.id.talk).detail = text(R.string.go_on_with, it.title) }
        find<ListRow>(R.id.look_back).run {
            visibility = if (home.due > 0u) View.VISIBLE else View.GONE
            detail = count(R.plurals.due, home.due.toInt(), home.due.toInt())
        }
    }

    /** The strong block; when every part is done it leads to all of them. */
    private fun goOn(unit: UnitRow?) {
        val over = find<TextView>(R.id.hero_over)
        over.setText(if (unit == null) R.string.all_seen_over else if (unit.seen > 0u) R.string.go_on_over else R.string.start_over)
        if (page.textScale > 1.5f) over.visibility = View.GONE
        find<TextView>(R.id.hero_title).text = unit?.title ?: text(R.string.all_seen)
        val more = unit?.run { if (seen > 0u) text(R.string.seen_of, seen.toInt(), of.toInt()) else minutes(this) }
        find<TextView>(R.id.hero_detail).text = more ?: text(R.string.all_seen_more)
        find<ProgressBar>(R.id.hero_bar).run {
            visibility = if (unit == null || unit.seen.toInt() == 0) View.GONE else View.VISIBLE
            max = unit?.of?.toInt() ?: 1
            progress = unit?.seen?.toInt() ?: 0
        }
        find<Button>(R.id.hero_go).run {
            setText(if (unit == null) R.string.see_parts else if (unit.seen > 0u) R.string.go_on else R.string.start)
            setOnClickListener { if (unit == null) activity.tab(ChaptersRoute) else go(UnitRoute(unit.id)) }
        }
    }

    private fun minutes(unit: UnitRow) = count(R.plurals.minutes, unit.minutes.toInt(), unit.minutes.toInt())
}
