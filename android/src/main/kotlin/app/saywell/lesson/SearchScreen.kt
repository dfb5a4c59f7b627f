package app.saywell.lesson

import app.saywell.R
import app.saywell.Route
import app.saywell.ui.LaterScreen

data object SearchRoute : Route {
    override fun screen() = LaterScreen(R.string.search)
}
