/** Courses that come as a file, which core calls packs: looked at before they are added, handed on, removed. Nothing is added by opening a file. */
package app.saywell.pack

import app.saywell.Route

/** Those that were added. */
data object CoursesRoute : Route {
    override fun screen() = CoursesScreen()
}

/** One of them. */
data class CourseRoute(val id: String) : Route {
    override fun screen() = CourseScreen(this)
}

/** A file on its way to become one. Where it is stands in what the page keeps. */
data object AddCourseRoute : Route {
    override fun screen() = AddCourseScreen()
}
