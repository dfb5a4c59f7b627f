package app.saywell.ui

import app.saywell.R
import org.saywell.engine.SaywellException

/** What a page says when core refused: what happened, what is safe, and the one thing to do. */
class Problem(val what: Int, val safe: Int, val action: Int = R.string.try_again, val leaves: Boolean = false)

fun wordsFor(why: Throwable) = when (why) {
    is SaywellException.NotFound -> Problem(R.string.problem_gone, R.string.problem_rest_safe, R.string.back, leaves = true)
    is SaywellException.NoSpace -> Problem(R.string.problem_full, R.string.problem_full_safe)
    is SaywellException.NewerVersion -> Problem(R.string.problem_newer, R.string.problem_untouched)
    is SaywellException.KeyLost -> Problem(R.string.problem_key_lost, R.string.problem_untouched)
    is SaywellException.Damaged -> Problem(R.string.problem_unreadable, R.string.problem_untouched)
    is SaywellException.Storage -> Problem(R.string.problem_not_saved, R.string.problem_before_safe)
    else -> Problem(R.string.problem_ours, R.string.problem_before_safe)
}
