package app.saywell.pack

import app.saywell.Screens
import app.saywell.R
import app.saywell.Sight
import app.saywell.home.HomeRoute
import app.saywell.lesson.ChaptersRoute
import app.saywell.vault.Place
import app.saywell.vault.pick
import app.saywell.vault.until

class PacksScreensTest : Screens(
    Sight("34-courses-none", HomeRoute, CoursesRoute),
    Sight("34-courses", HomeRoute, CoursesRoute, before = { add("edition-2"); add("beside") }),
    Sight("34-courses-lost", HomeRoute, CoursesRoute, before = { add("beside"); loseFile() }),
    Sight("34-chapters-lost", HomeRoute, ChaptersRoute, before = { add("beside"); loseFile() }),
    Sight("34-course", HomeRoute, CoursesRoute, CourseRoute("pack/walks"), before = { add("beside") }),
    Sight("34-course-lost", HomeRoute, CoursesRoute, CourseRoute("pack/walks"), before = { add("beside"); loseFile() }),
    Sight("34-course-handed-on", HomeRoute, CoursesRoute, CourseRoute("pack/walks"), before = { add("beside") }) { pick(Place().uri); until(R.string.course_handed_on) },
    Sight("34-course-remove", HomeRoute, CoursesRoute, CourseRoute("pack/walks"), before = { add("beside") }) { tap(R.id.other) },
    Sight("34-course-removed", HomeRoute, CoursesRoute, CourseRoute("pack/walks")),
    Sight("34-add", HomeRoute, CoursesRoute, AddCourseRoute),
    Sight("34-add-newer", HomeRoute, CoursesRoute, AddCourseRoute) { pick(aPack("edition-2")); untilLooked() },
    Sight("34-add-beside", HomeRoute, CoursesRoute, AddCourseRoute) { pick(aPack("beside")); untilLooked() },
    Sight("34-add-changed", HomeRoute, CoursesRoute, AddCourseRoute) { pick(aFile(Signer.pack("beside").plus(0))); until(R.string.course_changed) },
    Sight("34-added", HomeRoute, CoursesRoute, AddCourseRoute) { pick(aPack("beside")); untilLooked(); tap(R.id.act); until(R.string.course_added) },
)
