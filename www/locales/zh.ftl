# 页面上的全部中文文字。各语言的键必须一致。

page-title = Ouro：逐步看懂 Python 内存
tagline = 逐步看懂 Python 内存
actions-label = 示例、分享与选项
version-label = Python 版本
version-history = CPython { $releases }（历史）
language-label = 语言
theme-label = 主题
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
run = 运行
stop = 停止
dismiss = 关闭
more = 另有 { $n } 项
panel-empty = 运行程序后在此显示。

## 程序与输出

program-title = 程序
program-edited = 上次运行后有改动
editor-label = Python 程序
editor-problems = 问题
editor-no-problems = 没有问题
output-title = 输出
output-more = 后续步骤还有输出
output-empty = 暂无输出。
input-asks = 程序正在等待输入：
input-send = 回车
input-end = 输入结束
input-answers = 已输入 { $n } 行
input-answer = 第 { $n } 行输入
input-again = 重新输入

## 单步控制

timeline-title = 单步控制
timeline-buttons = 步骤
timeline-first = 第一步
timeline-back = 后退
timeline-forward = 前进
timeline-last = 最后一步
timeline-play = 播放
timeline-pause = 暂停
timeline-speed = 速度
timeline-scrubber = 步骤
timeline-marks = 事件
timeline-empty = 尚未运行
timeline-running = 运行中：已执行 { $n } 步，占用 { $size }
timeline-memory = { $n } 个对象，共约 { $size }，峰值约 { $peak }
timeline-curve = 各步存活对象的字节数，峰值为 { $peak }。
step-line = 第 { $step } 步，共 { $last } 步，即将执行第 { $line } 行
step-end = 第 { $step } 步，共 { $last } 步，程序已结束
step-exception = 第 { $step } 步，共 { $last } 步，程序因异常终止
step-input = 第 { $step } 步，共 { $last } 步，第 { $line } 行在等待输入
step-stopped = 第 { $step } 步，共 { $last } 步，程序在此停止
mark-collection = 垃圾回收
mark-collection-detail = 回收第 { $generation } 代，释放 { $collected } 个对象
mark-print = 输出
mark-death = 对象被释放
mark-error = 异常
mark-at = { $what }（第 { $step } 步）

## 内存

memory-title = 内存
memory-empty = 运行程序，查看它的内存。
memory-with-code = 类与函数
memory-with-table = 表格
legend-strong = 强引用
legend-weak = 弱引用
graph-label = 名称、对象与引用的关系图，下方表格内容与之相同。
graph-left-out = 另有 { $n } 个对象见表格，或作为代码被隐藏
cycle-label = 不可达的循环引用 { $n }：仅靠彼此引用存活
cycle-short = 循环 { $n }
card-new = 新建
card-count = 被 { $n } 个引用持有
card-length = 共 { $n } 个元素
card-immortal = 永生对象：不计数，也不释放
card-weakrefs = 有 { $n } 个弱引用指向此对象
frames-label = 栈帧及其中的名称
frame-module = 模块
frame-line = 第 { $line } 行
frame-cell = 保存在与其他函数共享的单元（cell）中
objects-label = 全部对象及其引用
objects-object = 对象
objects-count = 计数
objects-generation = 分代
objects-state = 状态
objects-size = 大小
objects-value = 值
objects-refs = 引用
objects-more = 另有 { $n } 个对象未列出。
state-live = 存活
state-unreachable = 不可达
state-dead = 已释放

## 上一步的变化

changes-title = 发生了什么
changes-line = 刚执行了第 { $line } 行。
changes-start = 程序即将开始。
changes-none = 没有对象发生变化。
change-created = 新建，引用计数为 { $rc }
change-count-up = 引用计数 { $from } → { $to }
change-count-down = 引用计数 { $from } → { $to }
change-tracked = 开始被垃圾回收器跟踪
change-untracked = 不再被垃圾回收器跟踪
change-generation = 从{ $from }移入{ $to }
change-finalized = 终结器已运行
change-weakrefs = 指向它的 { $n } 个弱引用被清除
change-unreachable = 变为不可达
change-died = 被释放
cause-name = 名称 { $name } 被绑定
cause-delete = 执行了 del { $name }
cause-attribute = 属性 { $name } 改变
cause-item = 容器中的元素改变
cause-build = 构建了容器或字面量
cause-call = 调用 { $name }()
cause-some-call = 一次调用
cause-yield = 生成器在 yield 处暂停
cause-loop = 循环取下一个元素，或循环结束
cause-dropped = 栈上的临时引用不再需要
cause-return = { $name }() 返回，局部名称随之消失
cause-holder = 持有它的对象被释放
cause-collection = 回收第 { $generation } 代
cause-instruction = 指令 { $name }
collection-automatic = 自动触发了第 { $generation } 代垃圾回收：检查 { $examined } 个对象，释放 { $collected } 个。
collection-explicit = 执行了 gc.collect()：回收第 { $generation } 代，检查 { $examined } 个对象，释放 { $collected } 个。
collection-uncollectable = 有 { $n } 个对象无法释放。
note-died = 已释放
note-unreachable = 不可达

## 分代与弱引用

generations-title = 分代
generations-off = 自动回收已关闭
gen-0 = 第 0 代
gen-1 = 第 1 代
gen-2 = 第 2 代
gen-permanent = 永久代
gen-young = 新对象
gen-visited = 已访问
gen-pending = 待访问
gen-untracked = 未跟踪
lane-0 = 最年轻
lane-1 = 经历过一次回收
lane-2 = 最老
lane-young = 尚未检查
lane-visited = 本轮已检查
lane-pending = 本轮待检查
lane-permanent = 从不检查
generation-objects = { $n } 个对象
generation-count = { $generation }的计数与阈值
generation-left = 距阈值还差 { $n }
weakrefs-title = 弱引用
weakrefs-none = 没有弱引用。
weak-ref = ref
weak-proxy = proxy
weak-alive = 有效
weak-dead = 已失效
weak-callback = 回调：

## 近似值说明

approximate-title = 哪些是近似值
approximate-about = 引用计数、分代、引用关系和回收过程均与 CPython 一致，并已与真实解释器逐行核对。以下内容只是近似：
approximate-memory = 内存总量是所有对象的 sys.getsizeof 之和，不含 CPython 内存分配器的额外开销。
approximate-start = 各代从空开始。真实的解释器启动后已留有一些对象和计数，因此第一次自动回收会来得更早。
approximate-addresses = id() 与 repr 显示的地址在一次运行中保持不变，但由本模型自行分配。
approximate-times = 时钟由模型自行推进：每条循环或调用指令计 50 纳秒。
approximate-measuring = tracemalloc 与 memory_profiler 的数值出自同一模型。

## 提示

notice-link-damaged = 链接已损坏。
notice-link-damaged-detail = 链接内容不完整，已改为显示你上次的程序，请重新获取链接。
notice-link-newer = 该链接由更新版本的 Ouro 生成。
notice-link-newer-detail = 请刷新页面以使用最新版本。目前显示的是你上次的程序。
notice-restarted = 引擎已重新启动。
notice-restarted-detail = 引擎此前失去响应。程序没有丢失，重试即可继续单步查看。
notice-no-engine = 引擎无法启动。
notice-no-engine-detail = 请刷新页面，或换用支持在 Worker 中运行 WebAssembly 的浏览器。程序没有丢失。
notice-run-again = 重试
notice-rejected-detail = 第 { $line } 行，第 { $column } 列。
notice-rejected-kept = 页面仍显示上一次成功的运行。
notice-status = 程序以退出状态 { $status } 结束。
notice-stopped = 已停止。
notice-kept = 此前的 { $n } 步仍可逐步查看。
notice-limit = 达到上限：{ $limit }（{ $value }）。
notice-raise = 提高上限
notice-raised-detail = 异常未被捕获，位于第 { $line } 行。
notice-go-to-step = 跳到该步
notice-modules = 可以导入的模块：{ $modules }。
limit-steps = 步数
limit-instructions = 指令数
limit-bytes = 内存
limit-output = 输出字符数

## 选项与分享

options-title = 选项
options-about = 程序不会自行结束时，由这些上限使其停止。停止之前的步骤始终可以查看。
options-steps = 步数（执行的行数）
options-instructions = 指令数
options-bytes = 内存（MB）
options-output = 输出字符数
options-usual = 恢复默认
options-run = 应用
share-title = 分享
share-heading = 分享这个程序
share-about = 链接中包含程序、当前步骤和选项，不会向服务器发送任何内容。
share-address = 链接
share-copy = 复制链接
share-copied = 已复制

## 示例

examples-title = 示例
topic-reference-counting = 引用计数
topic-cycles = 循环引用
topic-generations = 分代回收
topic-generators = 生成器与列表
topic-del = del 语句
topic-context-managers = 上下文管理器
topic-weak-references = 弱引用
topic-measuring = 度量与分析
example-two-names = 两个名称，一个列表
    .look = 每多一个名称、每在列表中多占一个位置，计数就加一。
example-a-guest = 函数里的客人
    .look = 进入函数后计数升高，返回后恢复原值。
example-last-words = 临终遗言
    .look = 最后一个引用消失的那一行，__del__ 立即运行。
example-two-friends = 一对朋友
    .look = 已经没有名称指向它们，但双方互相引用，谁也不会被释放。
example-in-itself = 装着自己的盒子
    .look = 一个列表，一个引用，而引用来自它自己。
example-breaking-up = 断开环
    .look = 手动断开一处，其余的靠引用计数就能释放。
example-growing-old = 逐代变老
    .look = 在回收中存活的对象移入下一代。
example-full-nursery = 第 0 代满了
    .look = 第 0 代的计数升到阈值，垃圾回收器随即启动。
example-young-garbage = 短命的垃圾
    .look = 短命的循环引用不断堆积，然后一起消失。
example-countdown = 休眠的生成器
    .look = 在两次取值之间，生成器保留着自己的栈帧和局部名称。
example-all-or-one = 一次全部，还是逐个生成
    .look = 比较列表与生成器的大小。
example-a-million = 一百万个数
    .look = 一张卡片，八兆字节；随后由生成器取而代之。
example-a-name-goes = del 删除的是名称
    .look = 名称没了，包裹还在，直到最后一个持有者放手。
example-after-the-loop = 循环之后
    .look = 循环变量仍然持有最后一页。
example-a-large-image = 图像中的一行
    .look = 所有行同时被释放，只有另有名称的那一行留下。
example-a-diary = 日记
    .look = 代码块结束时文件就已关闭，而名称仍然存在。
example-a-borrowed-key = 借来的钥匙
    .look = 即使因异常离开代码块，__exit__ 也会归还钥匙。
example-watching = 看风筝
    .look = 弱引用不增加计数；风筝消失时，回调函数运行。
example-a-cache = 健忘的缓存
    .look = 别处不再持有的歌曲，会从弱引用字典中消失。
example-up-the-tree = 用弱引用指向父节点
    .look = 父节点持有子节点，子节点只弱引用父节点，因此没有循环。
example-counting-holders = 数一数持有者
    .look = 每多一处持有这枚硬币，getrefcount 的结果就加一。
example-room-to-grow = 预留的空间
    .look = 元素逐个加入时，列表的大小跳增一次，然后保持一段时间。
example-who-refers = 谁引用了谁
    .look = 把垃圾回收器的回答与图中的箭头对照着看。
