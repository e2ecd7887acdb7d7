print(maths)
