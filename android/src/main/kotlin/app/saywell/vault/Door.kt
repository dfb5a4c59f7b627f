/** How the vault stands to the person. */
package app.saywell.vault

import app.saywell.Route
import org.saywell.engine.SaywellException

sealed class Door {
    /** Nobody has looked, or it was locked. */
    data object Unseen : Door()

    /** It asks for a PIN. No try is taken before [until], on the clock of SystemClock.elapsedRealtime. [tried]: one did not fit just now. */
    data class Asks(val until: Long, val tried: Boolean) : Door()

    /** It cannot be opened, and nothing in it was changed. */
    data class Stuck(val why: Throwable) : Door()

    /** What the person does is kept. */
    data object Open : Door()

    /** The person went on without it: lessons, quizzes and talks work, and nothing is kept. */
    data object Without : Door()

    /** The pages of the app can be seen. */
    val isPassed get() = this is Open || this is Without

    /** What is seen while they can not. */
    val page: Route
        get() = when (this) {
            is Asks -> LockRoute
            is Stuck -> StuckRoute
            else -> OpeningRoute
        }

    companion object {
        /** What a refusal at the door leads to. */
        fun of(refusal: Throwable, uptime: Long, tried: Boolean) = when (refusal) {
            is SaywellException.WrongPin -> Asks(uptime + refusal.waitSeconds.toLong() * 1000, tried)
            else -> Stuck(refusal)
        }
    }
}
