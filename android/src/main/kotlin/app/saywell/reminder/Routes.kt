package app.saywell.reminder
import app.saywell.R
import app.saywell.Route
import app.saywell.ui.LaterScreen
data object RemindersRoute : Route { override fun screen() = LaterScreen(R.string.reminders) }
