/** Where journal pages are. */
package app.saywell.journal

import app.saywell.Route

/** All notes and plans. */
data object NotesRoute : Route {
    override fun screen() = NotesScreen()
}

/** One note; a new one where there is none with this id. */
data class NoteRoute(val id: String) : Route {
    override fun screen() = NoteScreen(this)
}

/** A new plan, which begins with the safety question. */
data object PlanRoute : Route {
    override fun screen() = SafetyScreen()
}

/** One plan; a new one where there is none with this id. */
data class MyPlanRoute(val id: String) : Route {
    override fun screen() = MyPlanScreen(this)
}

/** What leaves the app, before it does. */
data class ShareRoute(val plan: String) : Route {
    override fun screen() = ShareScreen(this)
}
