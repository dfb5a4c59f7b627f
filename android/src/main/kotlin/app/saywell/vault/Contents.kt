/** How much there is, in words. */
package app.saywell.vault

import android.content.Context
import app.saywell.R
import app.saywell.ui.date
import org.saywell.engine.Contents

/** Such as `3 talks` and `1 note`; empty where there is nothing. */
internal fun Context.counts(contents: Contents): List<String> = with(contents) {
    listOf(
        R.plurals.n_parts to units, R.plurals.n_quiz_tries to quizAttempts, R.plurals.n_talks to talks, R.plurals.n_relaxations to relaxations,
        R.plurals.n_notes to notes, R.plurals.n_plans to plans, R.plurals.n_reminders to reminders,
    ).filter { (_, n) -> n > 0u }.map { (name, n) -> resources.getQuantityString(name, n.toInt(), n.toInt()) }
}

/** The same in one line. */
internal fun Context.counted(contents: Contents): String = counts(contents).joinToString(", ")

/** As that, and of which days. */
internal fun Context.said(contents: Contents): String {
    val counted = counted(contents)
    val first = contents.firstDay ?: return counted
    val last = contents.lastDay ?: return counted
    if (counted.isEmpty()) return counted
    return if (first == last) getString(R.string.n_of_day, counted, first.date()) else getString(R.string.n_of_days, counted, first.date(), last.date())
}
