package app.saywell.relaxation

import app.saywell.R
import app.saywell.Screens
import app.saywell.Sight
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import org.robolectric.shadows.ShadowSystemClock
import org.saywell.engine.RelaxationForm
import org.saywell.engine.Start
import java.time.Duration

class RelaxationScreensTest : Screens(
    Sight("13-relax", HomeRoute, RelaxRoute),
    Sight("13-relax-cut-short", HomeRoute, RelaxRoute, before = {
        core {
            relaxation().startRelaxation(Start("s", BREATH, RelaxationForm.FULL, null), moment)
            relaxation().pauseRelaxation("s", 220_000, moment)
        }
    }),
    Sight("14-relax-running", HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL)) {
        ShadowSystemClock.advanceBy(Duration.ofMillis(226_900))
        rest()
        org.robolectric.shadows.ShadowLooper.idleMainLooper(1, java.util.concurrent.TimeUnit.SECONDS)
        rest()
    },
    Sight("14-relax-begins", HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.SHORT)),
    Sight("14-relax-paused", HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL)) { tap(R.id.pause) },
    Sight("14-relax-too-much", HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL)) { tap(R.id.too_much) },
    Sight("14-relax-help", HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL, 10), before = { practise("p", 1, 10, 9, 9) }),
    Sight("14-relax-after", HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL, 7)) { tap(R.id.end) },
    Sight("14-relax-over", HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL, 10), before = { practise("p", 1, 10, 9, 9) }) {
        tap(R.id.pause)
        tap(R.id.end)
        tap(R.id.skip)
    },
    Sight("15-relax-log-first", HomeRoute, RelaxRoute, LogRoute),
    Sight("15-relax-log", HomeRoute, RelaxRoute, LogRoute, before = ::practiseForAWhile),
    Sight("15-relax-log-numbers", HomeRoute, RelaxRoute, LogRoute, before = ::practiseForAWhile) { tap(R.id.days); tap(R.id.tension); tap(R.id.hours) },
    Sight("15-relax-session", HomeRoute, RelaxRoute, LogRoute, SessionRoute("p3"), before = ::practiseForAWhile),
    Sight("15-relax-session-sure", HomeRoute, RelaxRoute, LogRoute, SessionRoute("p3"), before = ::practiseForAWhile) { tap(R.id.delete_day) },
    Sight("15-relax-day-begins", HomeRoute, RelaxRoute, LogRoute, DayBeginsRoute),
)
