/** Why a course is not added. */
package app.saywell.pack

import android.content.Context
import app.saywell.R
import org.saywell.engine.PackRefusal

/** What happened, and what is safe or what to do. */
internal class Refused(val what: String, val safe: String)

internal fun Context.said(why: PackRefusal): Refused = when (why) {
    is PackRefusal.NotAPack -> refused(R.string.course_no_course, R.string.course_no_course_more)
    is PackRefusal.CutOff -> refused(R.string.course_cut, R.string.course_cut_more)
    is PackRefusal.Changed -> refused(R.string.course_changed, R.string.course_changed_more)
    is PackRefusal.TooLarge -> refused(R.string.course_too_large, R.string.course_too_large_more)
    is PackRefusal.UnknownSigner -> refused(R.string.course_unknown, R.string.course_unknown_more)
    is PackRefusal.NewerApp -> refused(R.string.course_newer_app, R.string.course_newer_app_more)
    is PackRefusal.Malformed -> refused(R.string.course_malformed, R.string.course_malformed_more, why.what)
    is PackRefusal.Older -> refused(R.string.course_older, R.string.course_older_more, why.newest.toInt())
    is PackRefusal.Taken -> refused(R.string.course_taken, R.string.course_taken_more, why.id)
}

private fun Context.refused(what: Int, safe: Int, vararg parts: Any) = Refused(getString(what), getString(safe, *parts))
