package app.saywell.scenario

import android.content.Context
import android.graphics.Canvas
import android.graphics.DashPathEffect
import android.graphics.Paint
import android.graphics.Path
import android.util.AttributeSet
import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import android.widget.TextView
import app.saywell.R
import app.saywell.ui.dp
import app.saywell.ui.fill
import app.saywell.ui.isRtl
import app.saywell.ui.stroke

/** The first try is a solid line, the second a dotted one beside it. */
enum class Lane(val ink: Int, val at: Float) { ONE(R.color.sw_accent, 24f), TWO(R.color.sw_lane2, 48f) }

/** What a row draws: a line of the person's, or an [ending], in its lane; where the lanes come from and go to; where the second begins. */
class Node(val lane: Lane, val ending: Boolean, val above: Set<Lane>, val below: Set<Lane>, val branches: Boolean = false)

/** A row of the tries: a line that can be gone back to, or the end of a try. */
class TreeRow(context: Context, attrs: AttributeSet?) : LinearLayout(context, attrs) {
    private val inks = Lane.entries.associateWith { lane ->
        stroke(lane.ink, 4f).apply { strokeCap = Paint.Cap.ROUND; if (lane == Lane.TWO) pathEffect = DashPathEffect(floatArrayOf(1f, dp(8f)), 0f) }
    }
    private val rings = Lane.entries.associateWith { stroke(it.ink, 4f) }
    private val squares = Lane.entries.associateWith { fill(it.ink) }
    private val inside = fill(R.color.sw_surface)
    private val bend = Path()
    private var node: Node? = null

    init {
        inflate(context, R.layout.scenario_tree_row, this)
        orientation = VERTICAL
        gravity = Gravity.CENTER_VERTICAL
        minimumHeight = resources.getDimensionPixelSize(R.dimen.row)
        setPaddingRelative(dp(72f).toInt(), dp(8f).toInt(), dp(12f).toInt(), dp(8f).toInt())
        isClickable = true
        isFocusable = true
        setWillNotDraw(false)
    }

    fun show(node: Node, line: String, more: String, picked: Boolean, spoken: String) {
        this.node = node
        findViewById<TextView>(R.id.row_line).text = line
        findViewById<TextView>(R.id.row_more).run {
            text = more
            setTextColor(context.getColor(if (picked) R.color.sw_on_accent_soft else R.color.sw_text2))
        }
        setBackgroundResource(if (picked) R.drawable.row_here else R.drawable.row_press)
        isSelected = picked
        contentDescription = spoken
    }

    override fun onDraw(canvas: Canvas) {
        val node = node ?: return
        canvas.save()
        if (isRtl) canvas.scale(-1f, 1f, width / 2f, 0f)
        val middle = height / 2f
        for (lane in node.above) canvas.drawLine(dp(lane.at), 0f, dp(lane.at), middle, inks.getValue(lane))
        for (lane in node.below) canvas.drawLine(dp(lane.at), middle, dp(lane.at), height.toFloat(), inks.getValue(lane))
        if (node.branches) canvas.drawBranch(middle)
        canvas.drawNode(node, middle)
        canvas.restore()
    }

    private fun Canvas.drawBranch(middle: Float) {
        val (from, to) = Lane.entries.map { this@TreeRow.dp(it.at) }
        val floor = this@TreeRow.height.toFloat()
        bend.rewind()
        bend.moveTo(from, middle)
        bend.cubicTo(from, (middle + floor) / 2, to, (middle + floor) / 2, to, floor)
        drawPath(bend, inks.getValue(Lane.TWO))
    }

    private fun Canvas.drawNode(node: Node, middle: Float) {
        val x = this@TreeRow.dp(node.lane.at)
        val r = this@TreeRow.dp(8f)
        if (node.ending) return drawRoundRect(x - r, middle - r, x + r, middle + r, r / 2, r / 2, squares.getValue(node.lane))
        drawCircle(x, middle, r, inside)
        drawCircle(x, middle, r, rings.getValue(node.lane))
    }
}

/** How a try is drawn in the tree, before its name. */
class LaneKey(context: Context, attrs: AttributeSet?) : View(context, attrs) {
    var lane = Lane.ONE

    override fun onDraw(canvas: Canvas) {
        val ink = stroke(lane.ink, 4f).apply { strokeCap = Paint.Cap.ROUND }
        val y = height / 2f
        if (lane == Lane.ONE) return canvas.drawLine(dp(3f), y, width - dp(3f), y, ink)
        for (x in listOf(4f, 12f, 20f)) canvas.drawPoint(dp(x), y, ink)
    }
}
