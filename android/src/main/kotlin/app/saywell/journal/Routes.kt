/** Where journal pages are. */
package app.saywell.journal

import app.saywell.R
import app.saywell.Route
import app.saywell.ui.LaterScreen

data object NotesRoute : Route {
    override fun screen() = LaterScreen(R.string.notes)
}

data object PlanRoute : Route {
    override fun screen() = LaterScreen(R.string.plan)
}
