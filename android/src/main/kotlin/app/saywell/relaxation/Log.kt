/** Your practice: a month, the last days, tension before and after, the hours of the day, and each session. */
package app.saywell.relaxation

import android.view.View
import android.widget.ImageButton
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.lesson.addRow
import app.saywell.ui.Bar
import app.saywell.ui.BarPlot
import app.saywell.ui.Bars
import app.saywell.ui.BeforeAfter
import app.saywell.ui.BeforeAfterPlot
import app.saywell.ui.ListCard
import app.saywell.ui.ListRow
import app.saywell.ui.Month
import app.saywell.ui.MonthCalendar
import app.saywell.ui.Practised
import app.saywell.ui.Tension
import app.saywell.ui.clock
import app.saywell.ui.does
import app.saywell.ui.letter
import app.saywell.ui.month
import app.saywell.ui.setHeading
import app.saywell.ui.short
import app.saywell.ui.showIf
import app.saywell.ui.textScale
import app.saywell.ui.week
import org.saywell.engine.DayPractice
import org.saywell.engine.HourPractice
import org.saywell.engine.PracticeMonth
import org.saywell.engine.Session
import org.saywell.engine.TensionPair
import java.time.LocalDate
import java.time.LocalTime

data object LogRoute : Route {
    override fun screen() = LogScreen()
}

class LogScreen : Screen(R.layout.relaxation_log) {
    private class Answer(
        val today: LocalDate, val shown: LocalDate, val month: PracticeMonth, val days: List<DayPractice>, val pairs: List<TensionPair>,
        val hours: List<HourPractice>, val log: List<Session>, val titles: Map<String, String>, val dayBegins: Int,
    )

    override fun open() {
        find<View>(R.id.start).setOnClickListener { activity.goBack() }
        find<View>(R.id.day_begins).setOnClickListener { go(DayBeginsRoute) }
        find<TextView>(R.id.sessions_title).setHeading()
        load()
    }

    private fun load() {
        val month = kept.getString(MONTH)?.let(LocalDate::parse)
        ask {
            val today = progress().home(now()).today
            val shown = month ?: today
            relaxation().run {
                val log = relaxationLog(SESSIONS)
                Answer(
                    today, shown, practiceMonth(shown), practiceDays(today.minusDays(DAYS - 1), today), tensionSeries(PAIRS),
                    practiceHours(today.minusDays(HOURS_OF_DAYS - 1), today), log, titles(log.map { it.script }), progress().dayStartsAt().toInt(),
                )
            }
        } show ::show
    }

    private fun show(answer: Answer) {
        find<View>(R.id.nothing).showIf(answer.log.isEmpty())
        find<View>(R.id.plots).showIf(answer.log.isNotEmpty())
        find<ListRow>(R.id.day_begins).title = text(R.string.day_begins, LocalTime.of(answer.dayBegins, 0).clock(context))
        month(answer)
        days(answer)
        tension(answer.pairs)
        hours(answer.hours)
        sessions(answer)
    }

    private fun month(answer: Answer) {
        val month = answer.month
        val sum = text(R.string.two_parts, count(R.plurals.days, month.practisedDays.toInt(), month.practisedDays.toInt()), minutes(month.practisedMs))
        find<TextView>(R.id.month).text = answer.shown.month()
        find<TextView>(R.id.sum).text = sum
        find<TextView>(R.id.calms).run {
            showIf(month.calms > 0u)
            text = count(R.plurals.calms, month.calms.toInt(), month.calms.toInt())
        }
        turns(R.id.earlier, answer.shown.minusMonths(1), true)
        turns(R.id.later, answer.shown.plusMonths(1), answer.shown.withDayOfMonth(1) < answer.today.withDayOfMonth(1))
        val each = month.days.filter { it.practisedMs > 0 }.map { text(R.string.spoken_day, it.day.short(), minutes(it.practisedMs)) }
        val spoken = listOf(text(R.string.spoken_month, answer.shown.month(), count(R.plurals.days, month.practisedDays.toInt(), month.practisedDays.toInt()), minutes(month.practisedMs))) + each
        val names = week().map { if (page.textScale > 1.3f) it.letter() else it.short() }
        find<MonthCalendar>(R.id.calendar).show(
            Month(
                names, week().indexOf(month.days.first().day.dayOfWeek), month.days.map { practised(it.practisedMs) },
                answer.today.dayOfMonth.takeIf { answer.shown.withDayOfMonth(1) == answer.today.withDayOfMonth(1) }, spoken.joinToString(" "),
            ),
        )
    }

    private fun turns(button: Int, to: LocalDate, possible: Boolean) = find<ImageButton>(button).run {
        isEnabled = possible
        alpha = if (possible) 1f else .4f
        setOnClickListener {
            kept.putString(MONTH, "$to")
            load()
        }
    }

    private fun practised(ms: Long) = if (ms == 0L) Practised.NONE else if (ms < TEN_MINUTES) Practised.SOME else Practised.ENOUGH

    private fun days(answer: Answer) {
        val known = answer.days.associateBy(DayPractice::day)
        val days = (DAYS - 1 downTo 0).map { back -> answer.today.minusDays(back).let { it to (known[it]?.practisedMs ?: 0) } }
        val each = days.map { (day, ms) -> text(R.string.spoken_day, day.short(), minutes(ms)) }
        find<BarPlot>(R.id.days).show(Bars(days.map { (day, ms) -> Bar(day.dayOfWeek.short(), (ms / MINUTE).toInt()) }, text(R.string.spoken_day, text(R.string.minutes_a_day), each.joinToString())))
        numbers(R.id.days, R.id.days_numbers, each)
    }

    private fun tension(pairs: List<TensionPair>) {
        val newest = pairs.lastOrNull()
        find<View>(R.id.tension_card).showIf(newest != null)
        if (newest == null) return
        val middle = text(R.string.spoken_middle, newest.middleBefore.toInt(), newest.middleAfter.toInt())
        val each = pairs.map { text(R.string.spoken_pair, it.started.toLocalDate().short(), it.before.toInt(), it.after.toInt()) }
        find<TextView>(R.id.middle).text = middle
        find<BeforeAfterPlot>(R.id.tension).show(
            Tension(pairs.map { BeforeAfter(it.before.toInt(), it.after.toInt(), it.middleBefore.toInt(), it.middleAfter.toInt()) }, "${each.joinToString(". ")}. $middle"),
        )
        numbers(R.id.tension, R.id.tension_numbers, each)
    }

    /** From the first hour with practice to the last, so that the bars have room. */
    private fun hours(hours: List<HourPractice>) {
        find<View>(R.id.hours_card).showIf(hours.isNotEmpty())
        if (hours.isEmpty()) return
        val known = hours.associate { it.hour.toInt() to it.sessions.toInt() }
        fun at(hour: Int) = LocalTime.of(hour, 0).clock(context)
        val each = known.map { (hour, times) -> text(R.string.hour_count, at(hour), times) }
        val all = known.keys.min()..known.keys.max()
        val bars = all.map { Bar(if (it == all.first || it == all.last) at(it) else "", known[it] ?: 0) }
        find<BarPlot>(R.id.hours).show(Bars(bars, text(R.string.spoken_day, text(R.string.hours_of_day), each.joinToString())))
        numbers(R.id.hours, R.id.hours_numbers, each)
    }

    /** What a plot shows, in words: under it, once it is touched, until it is touched again. */
    private fun numbers(plot: Int, list: Int, each: List<String>) {
        val key = context.resources.getResourceEntryName(list)
        find<TextView>(list).run {
            text = each.joinToString("\n")
            showIf(kept.getBoolean(key))
        }
        find<View>(plot).does(R.string.numbers) {
            kept.putBoolean(key, !kept.getBoolean(key))
            find<View>(list).showIf(kept.getBoolean(key))
        }
    }

    private fun sessions(answer: Answer) {
        val list = find<ListCard>(R.id.sessions)
        list.removeAllViews()
        for (session in answer.log) list.addRow().run {
            title = text(R.string.two_parts, session.started.toLocalDate().short(), session.started.toLocalTime().clock(context))
            detail = listOfNotNull(session.told(context, answer.titles[session.script]), session.ratings(context)).joinToString("\n")
            setOnClickListener { go(SessionRoute(session.id)) }
        }
    }

    private fun minutes(ms: Long) = (ms / MINUTE).toInt().let { count(R.plurals.minutes, it, it) }

    private companion object {
        const val MONTH = "month"
        const val DAYS = 7L
        const val HOURS_OF_DAYS = 90L
        const val PAIRS = 7u
        const val SESSIONS = 20u
        const val MINUTE = 60_000L
        const val TEN_MINUTES = 10 * MINUTE
    }
}
