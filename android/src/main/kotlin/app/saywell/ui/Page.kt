/** The root of every page: runs edge to edge, shows its frame at once, and what core says when it is there. */
package app.saywell.ui

import android.content.Context
import android.os.Build
import android.util.AttributeSet
import android.view.LayoutInflater
import android.view.MotionEvent
import android.view.View
import android.view.WindowInsets
import android.widget.Button
import android.widget.LinearLayout
import android.widget.TextView
import app.saywell.R

/**
 * The page takes the inset at the top and the sides; its last child (tabs, footer or list) takes the one at the
 * bottom as padding, so that its own colour runs under the gesture bar.
 *
 * Between the top bar and the tabs there is nothing until core has answered for the first time, and a spinner if that takes longer than
 * 500 ms. From then on the page stays as it is while core is asked, and takes no touch that could be meant for what was there before.
 */
class Page(context: Context, attrs: AttributeSet?) : LinearLayout(context, attrs) {
    private var ownBottom = 0
    private var pending = 0
    private var filled = false
    private val spin = Runnable { spinner.visibility = VISIBLE }
    private lateinit var spinner: View
    private var trouble: View? = null

    init {
        orientation = VERTICAL
        id = R.id.page
    }

    override fun onFinishInflate() {
        super.onFinishInflate()
        ownBottom = last.paddingBottom
        spinner = LayoutInflater.from(context).inflate(R.layout.spinner, this, false)
    }

    /** Something was asked that has not answered yet. */
    val isWaiting get() = pending > 0

    /** What cannot be undone is asked once: a key, a switch or a screen reader comes where no touch does. */
    fun once(act: () -> Unit) { if (!isWaiting) act() }

    /** Core was asked. */
    fun waits() {
        trouble?.let(::removeView)
        trouble = null
        if (pending++ > 0 || filled) return
        if (spinner.parent == null) {
            content().forEach { it.visibility = GONE }
            addView(spinner, frameTop)
        }
        postDelayed(spin, FELT)
    }

    /** Core has answered. */
    fun answered() {
        if (pending > 0) pending--
        reveal()
    }

    private fun reveal() {
        if (filled) return
        filled = true
        removeCallbacks(spin)
        removeView(spinner)
        content().forEach { it.visibility = VISIBLE }
        post(::tellName) // what core said is shown in a moment
    }

    override fun onAttachedToWindow() {
        super.onAttachedToWindow()
        post(::tellName)
    }

    /** A screen reader is told that there is another page now, and which one. */
    private fun tellName() {
        if (Build.VERSION.SDK_INT < 28) return
        val words = listOf(findViewById<TopBar>(R.id.top)?.title, findViewById<TextView>(R.id.title)?.text)
        accessibilityPaneTitle = words.filterNot { it.isNullOrBlank() }.joinToString(", ").ifEmpty { return }
    }

    /** What happened, what is safe, and one thing to do; what the page showed stays below it. */
    fun problem(why: Throwable, again: () -> Unit, leave: () -> Unit) {
        if (pending > 0) pending--
        removeCallbacks(spin)
        spinner.visibility = INVISIBLE
        trouble?.let(::removeView)
        val words = wordsFor(why)
        trouble = LayoutInflater.from(context).inflate(R.layout.problem, this, false).apply {
            findViewById<TextView>(R.id.what_happened).setText(words.what)
            findViewById<TextView>(R.id.what_is_safe).setText(words.safe)
            findViewById<Button>(R.id.what_to_do).run {
                setText(words.action)
                setOnClickListener { if (words.leaves) leave() else again() }
            }
        }.also { addView(it, frameTop) }
    }

    /** The problem is that something was not saved: it ends when a later word of it is, and must not be sent after that. */
    fun notSaved() { ends = trouble }

    /** Something was saved. */
    fun saved() {
        if (ends != null && ends === trouble) removeView(trouble).also { trouble = null }
        ends = null
    }

    private var ends: View? = null

    /** Below the top bar of every page while the vault cannot be used. */
    fun addNothingIsKept(tryAgain: () -> Unit) {
        val words = LayoutInflater.from(context).inflate(R.layout.nothing_kept, this, false)
        words.setOnClickListener { tryAgain() }
        addView(words, frameTop)
        nothingKept = words
    }

    private var nothingKept: View? = null

    override fun onInterceptTouchEvent(event: MotionEvent) = isWaiting && event.y > ((nothingKept ?: findViewById(R.id.top))?.bottom ?: 0)

    /** Swallows what was meant for the content while core is asked. */
    @android.annotation.SuppressLint("ClickableViewAccessibility")
    override fun onTouchEvent(event: MotionEvent) = isWaiting

    override fun onDetachedFromWindow() {
        removeCallbacks(spin)
        super.onDetachedFromWindow()
    }

    /** What core fills: all but the bars. */
    private fun content() = (0 until childCount).map(::getChildAt).filter { it !is TopBar && it !is BottomTabs && it !== spinner && it !== trouble && it !== nothingKept }

    private val frameTop get() = if (getChildAt(0) is TopBar) 1 else 0

    override fun onApplyWindowInsets(insets: WindowInsets): WindowInsets {
        val bars = bars(insets)
        setPadding(bars[0], bars[1], bars[2], 0)
        last.setPadding(last.paddingLeft, last.paddingTop, last.paddingRight, ownBottom + bars[3])
        return insets
    }

    private val last: View get() = getChildAt(childCount - 1)

    @Suppress("DEPRECATION") // the only way below API 30
    private fun bars(insets: WindowInsets): IntArray {
        if (Build.VERSION.SDK_INT < 30) return with(insets) {
            intArrayOf(systemWindowInsetLeft, systemWindowInsetTop, systemWindowInsetRight, systemWindowInsetBottom)
        }
        val type = WindowInsets.Type.systemBars() or WindowInsets.Type.displayCutout() or WindowInsets.Type.ime()
        return insets.getInsets(type).run { intArrayOf(left, top, right, bottom) }
    }

    private companion object {
        /** Milliseconds from which on waiting is felt. */
        const val FELT = 500L
    }
}
