package app.saywell.relaxation
import app.saywell.R
import app.saywell.Route
import app.saywell.ui.LaterScreen
data object LogRoute : Route { override fun screen() = LaterScreen(R.string.your_practice) }
